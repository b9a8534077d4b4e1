package io.schedulec.inspect.draw;

/**
 * A part of a model that is repeated, one of which is drawn.
 *
 * @param count how often it is there
 * @param outer the number of the block around it, or -1
 * @param first what the drawn one is called
 * @param last what the last one is called
 */
record Block(int count, int outer, String first, String last) {
  /** What is written on its frame. */
  String title() {
    return count + " × " + first + (first.equals(last) ? "" : " … " + last);
  }
}
