package io.schedulec.graph.shape;

/**
 * Arithmetic on sizes that may be unknown.
 *
 * <p>A size is a {@code long}: a number, {@link #UNKNOWN}, or a symbol. A symbol is an unknown size
 * that is recognised when it is met again, so that a batch size survives {@code Shape}, {@code
 * Gather} and {@code Concat} and cancels out in {@code Reshape}.
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

  /** Whether a size is a number. */
  static boolean known(long size) {
    return size > UNKNOWN || size < LAST_SYMBOL;
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

  static long plus(long a, long b) {
    if (known(a) && known(b)) {
      return a + b;
    }
    return a == 0 ? b : b == 0 ? a : UNKNOWN;
  }

  static long minus(long a, long b) {
    if (known(a) && known(b)) {
      return a - b;
    }
    return b == 0 ? a : same(a, b) ? 0 : UNKNOWN;
  }

  static long times(long a, long b) {
    if (known(a) && known(b)) {
      return a * b;
    }
    return a == 0 || b == 0 ? 0 : a == 1 ? b : b == 1 ? a : UNKNOWN;
  }

  /** Division that rounds towards zero, as that of whole numbers does. */
  static long over(long a, long b) {
    if (known(a) && known(b)) {
      return b == 0 ? UNKNOWN : a / b;
    }
    return b == 1 ? a : same(a, b) ? 1 : UNKNOWN;
  }

  /** The size of an axis on which tensors of two sizes meet by broadcasting. */
  static long broadcast(long a, long b) {
    if (a == 1) {
      return b;
    }
    if (b == 1 || same(a, b)) {
      return a;
    }
    return known(a) ? a : known(b) ? b : UNKNOWN;
  }

  /** The number of elements of a tensor; a symbol where it is a single symbol times one. */
  static long product(long[] sizes, int from, int to) {
    long product = 1;
    for (int i = from; i < to; i++) {
      product = times(product, sizes[i]);
    }
    return product;
  }
}
