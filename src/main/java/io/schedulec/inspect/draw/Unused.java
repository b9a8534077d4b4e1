package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.List;

/** Leaves out inputs that reach nothing that is drawn. */
final class Unused {
  private Unused() {}

  static Sketch removed(Sketch sketch) {
    boolean[] used = new boolean[sketch.items().size()];
    sketch.wires().forEach(wire -> used[wire.from()] = true);
    int[] numbers = new int[used.length];
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      Item item = sketch.items().get(i);
      numbers[i] = items.size();
      if (used[i] || item.kind() != Item.Kind.INPUT) {
        items.add(item);
      }
    }
    List<Wire> wires = new ArrayList<>();
    for (Wire wire : sketch.wires()) {
      wires.add(wire.between(numbers[wire.from()], numbers[wire.to()]));
    }
    return new Sketch(items, wires);
  }
}
