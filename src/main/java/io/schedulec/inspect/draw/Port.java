package io.schedulec.inspect.draw;

import java.util.List;

/**
 * Where channels leave a box; all lines from there share their beginning.
 *
 * @param item the item that they leave
 * @param output which of its outputs they are
 * @param label how many there are, as text
 * @param groups the groups they belong to
 */
record Port(int item, int output, String label, List<Integer> groups) {
  static final Port NONE = new Port(-1, 0, "", List.of());

  /** Copies the list. */
  Port {
    groups = List.copyOf(groups);
  }
}
