package io.schedulec.inspect.draw;

import java.util.List;

/**
 * Channels that go from one item to another.
 *
 * @param from the item that they leave
 * @param output which of its outputs they are
 * @param to the item that they reach
 * @param operand which of its operands they are
 * @param written how many leave, or -1
 * @param read how many arrive, or -1
 * @param groups the groups they belong to
 */
record Wire(
    int from, int output, int to, int operand, long written, long read, List<Integer> groups) {

  /** Copies the list. */
  Wire {
    groups = List.copyOf(groups);
  }

  /** The same channels between other items. */
  Wire between(int newFrom, int newTo) {
    return new Wire(newFrom, output, newTo, operand, written, read, groups);
  }

  /** The number of channels, both where a flatten makes it another; empty where unknown. */
  String label() {
    if (written < 0 || read < 0 || written == read) {
      long known = Math.max(written, read);
      return known < 0 ? "" : Long.toString(known);
    }
    return written + " → " + read;
  }
}
