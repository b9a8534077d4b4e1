package io.schedulec.inspect.draw;

import io.schedulec.inspect.draw.Regions.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws one of every run of blocks that are alike. */
final class Outlining {
  private final Sketch sketch;
  private final List<Boolean> drawn;
  private final List<Integer> blockOf;
  private final List<Block> blocks = new ArrayList<>();

  /** Where the channels of a run leave its last block, the drawn one has to stand for that. */
  private final Map<Integer, Integer> exits = new HashMap<>();

  private Outlining(Sketch sketch) {
    this.sketch = sketch;
    int items = sketch.items().size();
    drawn = new ArrayList<>(Collections.nCopies(items, true));
    blockOf = new ArrayList<>(Collections.nCopies(items, -1));
  }

  /** Everything, nothing left out. */
  static Outline whole(Sketch sketch) {
    return new Outlining(sketch).outline();
  }

  /** Runs of blocks as one block each. */
  static Outline folded(Sketch sketch) {
    Outlining outlining = new Outlining(sketch);
    new Regions(sketch).rows().forEach(outlining::row);
    return outlining.outline();
  }

  private void row(List<Region> row) {
    List<String> forms = row.stream().map(Region::form).toList();
    List<Integer> sizes = row.stream().map(region -> region.items().size()).toList();
    if (!drawn.get(row.get(0).exit())) {
      return;
    }
    for (Runs.Run run : Runs.of(forms, sizes)) {
      fold(row, run);
    }
  }

  private void fold(List<Region> row, Runs.Run run) {
    int end = run.start() + run.period() * run.count();
    List<Integer> first = items(row, run.start(), run.start() + run.period());
    List<Integer> last = items(row, end - run.period(), end);
    blocks.add(
        new Block(
            run.count(),
            blockOf.get(first.get(0)),
            BlockNames.of(sketch, first),
            BlockNames.of(sketch, last)));
    first.forEach(item -> blockOf.set(item, blocks.size() - 1));
    items(row, run.start() + run.period(), end).forEach(item -> drawn.set(item, false));
    exits.put(row.get(end - 1).exit(), row.get(run.start() + run.period() - 1).exit());
  }

  private static List<Integer> items(List<Region> row, int from, int to) {
    List<Integer> items = new ArrayList<>();
    row.subList(from, to).forEach(region -> items.addAll(region.items()));
    return items;
  }

  private Outline outline() {
    List<Wire> wires = new ArrayList<>();
    for (Wire wire : sketch.wires()) {
      int from = exits.getOrDefault(wire.from(), wire.from());
      if (drawn.get(from) && drawn.get(wire.to())) {
        wires.add(wire.between(from, wire.to()));
      }
    }
    return Outline.of(sketch, drawn, blockOf, blocks, wires);
  }
}
