package io.schedulec.inspect.draw;

import java.util.List;

/**
 * Channels that go from one item to another.
 *
 * @param from the item that they leave
 * @param output which of its outputs they are
 * @param to the item that they reach
 * @param operand which of its operands they are
 * @param channels how many arrive, or -1
 * @param label how many there are, as text; both where fewer leave than arrive
 * @param groups the groups they belong to
 */
record Wire(
    int from, int output, int to, int operand, long channels, String label, List<Integer> groups) {

  /** Copies the list. */
  Wire {
    groups = List.copyOf(groups);
  }

  /** The same channels between other items. */
  Wire between(int newFrom, int newTo) {
    return new Wire(newFrom, output, newTo, operand, channels, label, groups);
  }

  /** The same between the same items with another label. */
  Wire labelled(String text) {
    return new Wire(from, output, to, operand, channels, text, groups);
  }

  /** The same as another operand. */
  Wire operand(int place) {
    return new Wire(from, output, to, place, channels, label, groups);
  }

  /** Two numbers of channels as text: what leaves, and what arrives after a flatten. */
  static String label(long written, long read) {
    if (written < 0 || read < 0 || written == read) {
      long known = Math.max(written, read);
      return known < 0 ? "" : Long.toString(known);
    }
    return written + " → " + read;
  }
}
