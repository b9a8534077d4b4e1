package io.schedulec.channel;

/**
 * A part of the index of an axis: its value {@code d} adds {@code d * stride} to the number of a
 * channel of a space.
 *
 * <p>The index of an axis is written with one or more digits, the first of which counts most. What
 * a reshape splits or merges are digits, so that the channels behind an axis stay known however
 * often it is split, moved and merged again.
 *
 * @param space the space
 * @param stride how far apart the channels of neighbouring values are
 * @param size number of values, or -1 where it is unknown
 */
record Digit(int space, int stride, int size) {

  // Digits are looked up in every run; what a record brings along for that is linked when it is
  // first used, which takes longer than all the rest of a check.

  @Override
  public boolean equals(Object other) {
    return other instanceof Digit that
        && that.space == space
        && that.stride == stride
        && that.size == size;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * space + stride) + size;
  }

  /** The digit of the number of a channel that this is. */
  int of(int channel) {
    return channel / stride % size;
  }

  /** The outer part of this digit, of so many values; what remains is {@link #inner}. */
  Digit outer(int values) {
    return new Digit(space, stride * (size / values), values);
  }

  /** The inner part of this digit, of so many values. */
  Digit inner(int values) {
    return new Digit(space, stride, values);
  }

  /** Whether another digit goes on just below this one. */
  boolean continues(Digit next) {
    return next.space == space && stride == next.stride * next.size;
  }
}
