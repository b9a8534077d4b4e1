package io.schedulec.kernel;

/**
 * Sums of magnitudes and of squares, in doubles.
 *
 * <p>Four partial sums are kept so that one addition need not wait for the one before. Their order
 * depends on nothing but the number of terms: equal weights have equal sums wherever they stand.
 */
final class Sums {
  private Sums() {}

  /** The sum of magnitudes of {@code x[from]} to {@code x[to - 1]}. */
  static double magnitudes(float[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += Math.abs(x[i]);
      b += Math.abs(x[i + 1]);
      c += Math.abs(x[i + 2]);
      d += Math.abs(x[i + 3]);
    }
    for (; i < to; i++) {
      a += Math.abs(x[i]);
    }
    return (a + b) + (c + d);
  }

  /** The sum of squares of {@code x[from]} to {@code x[to - 1]}. */
  static double squares(float[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += (double) x[i] * x[i];
      b += (double) x[i + 1] * x[i + 1];
      c += (double) x[i + 2] * x[i + 2];
      d += (double) x[i + 3] * x[i + 3];
    }
    for (; i < to; i++) {
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
