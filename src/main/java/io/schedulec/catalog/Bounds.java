package io.schedulec.catalog;

/** Bounds of numbers in words. */
final class Bounds {
  private Bounds() {}

  static String describe(double min, double max) {
    boolean low = min > -1e15;
    boolean high = max < 1e6;
    if (low && high) {
      return min == max ? ", " + number(min) : " from " + number(min) + " to " + number(max);
    }
    if (low) {
      return ", at least " + number(min);
    }
    return high ? ", at most " + number(max) : "";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
