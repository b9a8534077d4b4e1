package io.schedulec.graph.shape;

/**
 * A size: a number, {@link #UNKNOWN}, or a symbol.
 *
 * <p>A symbol is an unknown size that is recognised when it is met again, so that a batch size
 * survives {@code Shape}, {@code Gather} and {@code Concat} and cancels out in {@code Reshape}.
 * What a symbol stands for, and arithmetic with it, is in {@link Sizes}.
 */
final class Dimension {
  /** A size of which nothing is known. Far from any number that occurs as a size or an index. */
  static final long UNKNOWN = -(1L << 62);

  private static final long LAST_SYMBOL = UNKNOWN - Integer.MAX_VALUE;

  private Dimension() {}

  /** The unknown size with a number, from 1. */
  static long symbol(int number) {
    return UNKNOWN - number;
  }

  /** The number of a symbol. */
  static int number(long symbol) {
    return (int) (UNKNOWN - symbol);
  }

  /** Whether a size is a number. */
  static boolean known(long size) {
    return size > UNKNOWN || size < LAST_SYMBOL;
  }

  /** Whether a size is a symbol. */
  static boolean symbolic(long size) {
    return size < UNKNOWN && size >= LAST_SYMBOL;
  }

  /** Whether every size is a number. */
  static boolean known(long[] sizes) {
    for (long size : sizes) {
      if (!known(size)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two sizes are certain to be equal. */
  static boolean same(long a, long b) {
    return a == b && a != UNKNOWN;
  }

  /** Numbers as they are in a file; the few that would be taken for symbols are unknown. */
  static long[] numbers(long[] elements) {
    for (int i = 0; i < elements.length; i++) {
      elements[i] = known(elements[i]) ? elements[i] : UNKNOWN;
    }
    return elements;
  }

  /** The number of elements of a tensor; unknown where a size is, or where it is too large. */
  static long count(long[] sizes) {
    long product = 1;
    for (long size : sizes) {
      boolean large = known(size) && size != 0 && Math.abs(product) > Long.MAX_VALUE / 4 / size;
      if (!known(size) || size < 0 || large) {
        return UNKNOWN;
      }
      product *= size;
    }
    return product;
  }
}
