package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts a level into levels that follow each other, about equally high. */
final class Slices {
  private final Level level;
  private final int[] ranks;
  private final double[] ends;
  private final int[] crossing;
  private final Port[] only;
  private final int[] origins;

  private Slices(Level level, Outline outline) {
    this.level = level;
    this.ranks = Ranks.of(level);
    int rows = 0;
    for (int rank : ranks) {
      rows = Math.max(rows, rank + 1);
    }
    this.ends = new double[rows];
    this.origins = new int[rows];
    this.crossing = new int[rows];
    this.only = new Port[rows];
    Arrays.fill(only, Port.NONE);
    heights(outline);
    cross();
  }

  /**
   * A part of a level.
   *
   * @param level its cells and lines
   * @param entering what comes from the part before it
   * @param leaving what goes to the part behind it
   */
  record Slice(Level level, Port entering, Port leaving) {}

  static List<Slice> of(Level level, Outline outline, int parts) {
    return new Slices(level, outline).cut(parts);
  }

  private void heights(Outline outline) {
    double[] heights = new double[ends.length];
    for (int cell = 0; cell < ranks.length; cell++) {
      double height = Layout.height(level.cells().get(cell), outline) + 38;
      heights[ranks[cell]] = Math.max(heights[ranks[cell]], height);
    }
    double end = 0;
    for (int row = 0; row < heights.length; row++) {
      end += heights[row];
      ends[row] = end;
    }
  }

  /** Finds the rows that only one port's lines lead out of, in one pass from top to bottom. */
  private void cross() {
    Map<Port, int[]> reaches = new LinkedHashMap<>();
    for (Strand strand : level.strands()) {
      int[] reach =
          reaches.computeIfAbsent(
              strand.port(), port -> new int[] {ranks[strand.from()], ranks[strand.to()]});
      reach[0] = Math.min(reach[0], ranks[strand.from()]);
      reach[1] = Math.max(reach[1], ranks[strand.to()]);
    }
    int[] changes = new int[ends.length + 1];
    for (int[] reach : reaches.values()) {
      changes[reach[0]]++;
      changes[reach[1]]--;
    }
    int open = 0;
    for (int row = 0; row < ends.length; row++) {
      open += changes[row];
      crossing[row] = open;
    }
    reaches.forEach(this::alone);
  }

  private void alone(Port port, int[] reach) {
    for (int row = reach[0]; row < reach[1] && crossing[row] == 1; row++) {
      only[row] = port;
      origins[row] = reach[0];
    }
  }

  private List<Slice> cut(int parts) {
    List<Integer> lasts = lasts(parts);
    List<Slice> slices = new ArrayList<>();
    int first = 0;
    Port entering = Port.NONE;
    for (int last : lasts) {
      boolean end = last == ends.length - 1;
      Port leaving = end ? Port.NONE : only[last];
      slices.add(new Slice(part(first, last, entering, leaving), entering, leaving));
      first = last + 1;
      entering = leaving;
    }
    return slices;
  }

  /** The last row of each part: that of the possible ones which is nearest to an equal share. */
  private List<Integer> lasts(int parts) {
    List<Integer> lasts = new ArrayList<>();
    int first = 0;
    for (int part = 1; part < parts; part++) {
      double goal = ends[ends.length - 1] * part / parts;
      int best = -1;
      for (int row = first; row < ends.length - 1; row++) {
        boolean possible = !only[row].equals(Port.NONE) && origins[row] >= first;
        if (possible && (best < 0 || miss(row, goal) < miss(best, goal))) {
          best = row;
        }
      }
      if (best >= 0) {
        lasts.add(best);
        first = best + 1;
      }
    }
    lasts.add(ends.length - 1);
    return lasts;
  }

  private double miss(int row, double goal) {
    return Math.abs(ends[row] - goal);
  }

  private Level part(int first, int last, Port entering, Port leaving) {
    List<Cell> cells = new ArrayList<>();
    int[] places = new int[ranks.length];
    if (first > 0) {
      cells.add(Cell.end(Cell.Kind.ENTRY, entering));
    }
    for (int cell = 0; cell < ranks.length; cell++) {
      places[cell] = cells.size();
      if (ranks[cell] >= first && ranks[cell] <= last) {
        cells.add(level.cells().get(cell));
      }
    }
    int exit = cells.size();
    if (last < ends.length - 1) {
      cells.add(Cell.end(Cell.Kind.EXIT, leaving));
    }
    Set<Strand> strands = new LinkedHashSet<>();
    for (Strand strand : level.strands()) {
      int from = ranks[strand.from()];
      int to = ranks[strand.to()];
      boolean inside = from <= last && to >= first;
      if (inside) {
        strands.add(
            new Strand(
                from < first ? 0 : places[strand.from()],
                to > last ? exit : places[strand.to()],
                strand.port()));
      }
    }
    return new Level(cells, List.copyOf(strands));
  }
}
