package io.schedulec.kernel;

/**
 * Sums of magnitudes and of squares, in doubles.
 *
 * <p>Each quarter of the terms has a sum of its own, so that no addition waits for the one before,
 * and newer compilers work on several at once. The order depends on nothing but the number of
 * terms: equal weights have equal sums wherever they stand.
 */
final class Sums {
  /** Fewer terms than these are added one by one. */
  private static final int SHORT = 32;

  private Sums() {}

  /** The sum of magnitudes of {@code x[from]} to {@code x[to - 1]}. */
  static double magnitudes(float[] x, int from, int to) {
    int quarter = to - from < SHORT ? 0 : (to - from) / 4;
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = from; i < from + quarter; i++) {
      a += Math.abs(x[i]);
      b += Math.abs(x[i + quarter]);
      c += Math.abs(x[i + 2 * quarter]);
      d += Math.abs(x[i + 3 * quarter]);
    }
    for (int i = from + 4 * quarter; i < to; i++) {
      a += Math.abs(x[i]);
    }
    return (a + b) + (c + d);
  }

  /** The sum of squares of {@code x[from]} to {@code x[to - 1]}. */
  static double squares(float[] x, int from, int to) {
    int quarter = to - from < SHORT ? 0 : (to - from) / 4;
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = from; i < from + quarter; i++) {
      a += (double) x[i] * x[i];
      b += (double) x[i + quarter] * x[i + quarter];
      c += (double) x[i + 2 * quarter] * x[i + 2 * quarter];
      d += (double) x[i + 3 * quarter] * x[i + 3 * quarter];
    }
    for (int i = from + 4 * quarter; i < to; i++) {
      a += (double) x[i] * x[i];
    }
    return (a + b) + (c + d);
  }

  /** The sum of magnitudes of {@code x[from]} to {@code x[to - 1]}. */
  static double magnitudes(double[] x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.abs(x[i]);
    }
    return sum;
  }

  /** The sum of squares of {@code x[from]} to {@code x[to - 1]}. */
  static double squares(double[] x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  /** Adds the magnitudes of the first weights to sums of their own. */
  static void addMagnitudes(float[] x, int count, double[] sums, int first) {
    for (int i = 0; i < count; i++) {
      sums[first + i] += Math.abs(x[i]);
    }
  }

  /** Adds the squares of the first weights to sums of their own. */
  static void addSquares(float[] x, int count, double[] sums, int first) {
    for (int i = 0; i < count; i++) {
      sums[first + i] += (double) x[i] * x[i];
    }
  }
}
