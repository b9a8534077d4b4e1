package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The row of each cell: below everything that lines come from, and no lower than need be. */
final class Ranks {
  private Ranks() {}

  static int[] of(Level level) {
    int cells = level.cells().size();
    List<List<Strand>> into = new ArrayList<>();
    List<List<Strand>> out = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      into.add(new ArrayList<>());
      out.add(new ArrayList<>());
    }
    for (Strand strand : level.strands()) {
      into.get(strand.to()).add(strand);
      out.get(strand.from()).add(strand);
    }
    int[] ranks = new int[cells];
    for (int cell = 0; cell < cells; cell++) {
      for (Strand strand : into.get(cell)) {
        ranks[cell] = Math.max(ranks[cell], ranks[strand.from()] + 1);
      }
    }
    int last = Arrays.stream(ranks).max().orElse(0);
    for (int cell = 0; cell < cells; cell++) {
      Cell.Kind kind = level.cells().get(cell).kind();
      if (kind == Cell.Kind.EXIT) {
        ranks[cell] = last;
      } else if (kind == Cell.Kind.ITEM && into.get(cell).isEmpty() && !out.get(cell).isEmpty()) {
        ranks[cell] = first(out.get(cell), ranks) - 1;
      }
    }
    return ranks;
  }

  /** What nothing leads to stands right above the first that needs it. */
  private static int first(List<Strand> out, int[] ranks) {
    int first = Integer.MAX_VALUE;
    for (Strand strand : out) {
      first = Math.min(first, ranks[strand.to()]);
    }
    return first;
  }
}
