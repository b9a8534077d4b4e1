package io.schedulec.inspect.draw;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.inspect.draw.Regions.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Draws one of every run of blocks that are alike. */
final class Outlining {
  private final Sketch sketch;
  private final List<Boolean> drawn;
  private final List<Integer> blockOf;
  private final List<Block> blocks = new ArrayList<>();

  /** Where the channels of a run leave its last block, the drawn one has to stand for that. */
  private final Map<Integer, Integer> exits = new HashMap<>();

  /** The items of blocks that are not quite alike, with those of the last one. */
  private final Map<Integer, Integer> likeness = new HashMap<>();

  private Outlining(Sketch sketch) {
    this.sketch = sketch;
    int items = sketch.items().size();
    drawn = new ArrayList<>(Collections.nCopies(items, true));
    blockOf = new ArrayList<>(Collections.nCopies(items, -1));
  }

  /** A model, in which blocks that are alike are one or, where that is wanted, all there. */
  static Outline of(ModelFacts facts, boolean expand) {
    Sketch sketch = Sketching.of(facts);
    List<CoupledGroup> groups = facts.spaces().groups();
    return expand ? whole(sketch) : folded(sketch, group -> groups.get(group).prunable());
  }

  /** Everything, nothing left out. */
  static Outline whole(Sketch sketch) {
    return new Outlining(sketch).outline();
  }

  /**
   * Runs of blocks as one block each.
   *
   * @param prunable whether a group can be pruned
   */
  static Outline folded(Sketch sketch, IntPredicate prunable) {
    Outlining outlining = new Outlining(sketch);
    new Regions(sketch, prunable).rows().forEach(outlining::row);
    return outlining.outline();
  }

  /** First blocks that are alike, then in what is left those that read more and more channels. */
  private void row(List<Region> row) {
    if (!drawn.get(row.get(0).exit())) {
      return;
    }
    int end = 0;
    for (Runs.Run run : Runs.of(row.stream().map(Region::form).toList(), sizes(row), false)) {
      loose(row.subList(end, run.start()));
      fold(row, run);
      end = run.start() + run.period() * run.count();
    }
    loose(row.subList(end, row.size()));
  }

  private void loose(List<Region> row) {
    for (Runs.Run run : Runs.of(row.stream().map(Region::loose).toList(), sizes(row), true)) {
      fold(row, run);
      int end = run.start() + run.period() * run.count();
      List<Integer> first = items(row, run.start(), run.start() + run.period());
      List<Integer> last = items(row, end - run.period(), end);
      for (int i = 0; i < first.size(); i++) {
        likeness.put(first.get(i), last.get(i));
      }
    }
  }

  private static List<Integer> sizes(List<Region> row) {
    return row.stream().map(region -> region.items().size()).toList();
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
    Map<List<Integer>, String> labels = labels();
    for (Wire wire : sketch.wires()) {
      int from = exits.getOrDefault(wire.from(), wire.from());
      if (drawn.get(from) && drawn.get(wire.to())) {
        List<Integer> key = List.of(wire.to(), wire.operand());
        boolean inside = likeness.containsKey(wire.from());
        String last = inside ? labels.getOrDefault(key, wire.label()) : wire.label();
        wires.add(wire.between(from, wire.to()).labelled(Ranges.of(wire.label(), last)));
      }
    }
    List<Item> items = new ArrayList<>(sketch.items());
    likeness.forEach(
        (first, last) -> {
          String detail = Ranges.of(items.get(first).detail(), items.get(last).detail());
          items.set(first, items.get(first).detailed(detail));
        });
    Sketch shown = new Sketch(items, sketch.wires());
    return Outline.of(shown, drawn, blockOf, blocks, wires);
  }

  /** What the last of several blocks says where the first one says how many channels it reads. */
  private Map<List<Integer>, String> labels() {
    Map<Integer, Integer> firsts = new HashMap<>();
    likeness.forEach((first, last) -> firsts.put(last, first));
    Map<List<Integer>, String> labels = new HashMap<>();
    for (Wire wire : sketch.wires()) {
      if (firsts.containsKey(wire.to())) {
        labels.put(List.of(firsts.get(wire.to()), wire.operand()), wire.label());
      }
    }
    return labels;
  }
}
