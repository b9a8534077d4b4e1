package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a concatenation that begins with all that another one joined as the other one and the rest.
 *
 * <p>Networks that hand on everything they computed so far would have a line from each layer to
 * each later one otherwise.
 */
final class Concats {
  private final Sketch sketch;
  private final Map<Integer, Long> axes;
  private final List<List<Wire>> into = new ArrayList<>();

  /** Concatenations by what they join; each begins with one that is shorter, or with an item. */
  private final Map<Step, Integer> known = new HashMap<>();

  private int steps;

  private Concats(Sketch sketch, Map<Integer, Long> axes) {
    this.sketch = sketch;
    this.axes = axes;
    sketch.items().forEach(item -> into.add(new ArrayList<>()));
    sketch.wires().forEach(wire -> into.get(wire.to()).add(wire));
  }

  /** One operand more, behind what a number stands for. */
  private record Step(int before, int item, int output) {}

  /** A concatenation that has been met, and how many channels it has. */
  private record Met(int item, long channels) {}

  /**
   * The sketch with such concatenations shortened.
   *
   * @param axes the axis of each concatenation
   */
  static Sketch chained(Sketch sketch, Map<Integer, Long> axes) {
    return new Concats(sketch, axes).chained();
  }

  private Sketch chained() {
    Map<Integer, Met> ends = new HashMap<>();
    List<Wire> wires = new ArrayList<>();
    for (int item = 0; item < into.size(); item++) {
      boolean joins = sketch.items().get(item).operator().equals("Concat");
      wires.addAll(joins ? shortened(item, ends) : into.get(item));
    }
    return new Sketch(sketch.items(), wires);
  }

  private List<Wire> shortened(int item, Map<Integer, Met> ends) {
    List<Wire> operands = into.get(item);
    int prefix = (int) -axes.getOrDefault(item, 0L);
    Met longest = null;
    int covered = 0;
    long channels = 0;
    for (int i = 0; i < operands.size(); i++) {
      Wire wire = operands.get(i);
      Step step = new Step(prefix, wire.from(), wire.output());
      prefix = known.computeIfAbsent(step, s -> ++steps);
      boolean counted = channels >= 0 && wire.channels() >= 0;
      channels = counted ? channels + wire.channels() : -1;
      if (ends.containsKey(prefix) && i < operands.size() - 1 && i > 0) {
        longest = ends.get(prefix);
        covered = i + 1;
      }
    }
    ends.putIfAbsent(prefix, new Met(item, channels));
    if (longest == null) {
      return operands;
    }
    List<Wire> fewer = new ArrayList<>();
    List<Integer> groups = sketch.items().get(longest.item()).groups();
    fewer.add(
        new Wire(
            longest.item(),
            0,
            item,
            0,
            longest.channels(),
            Wire.label(longest.channels(), longest.channels()),
            groups));
    for (Wire wire : operands.subList(covered, operands.size())) {
      fewer.add(wire.operand(fewer.size()));
    }
    return fewer;
  }
}
