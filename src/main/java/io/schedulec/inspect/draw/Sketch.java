package io.schedulec.inspect.draw;

import java.util.List;

/**
 * A model as what is drawn of it.
 *
 * @param items the boxes, each after all that it depends on
 * @param wires the lines between them, by target and operand
 */
record Sketch(List<Item> items, List<Wire> wires) {
  /** Copies the lists. */
  Sketch {
    items = List.copyOf(items);
    wires = List.copyOf(wires);
  }
}
