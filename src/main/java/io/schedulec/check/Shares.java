package io.schedulec.check;

/** Shares that remove at least one structure. */
final class Shares {
  private Shares() {}

  /**
   * The smallest share in steps of a hundredth that takes one of so many, with a margin for the
   * rounding of a ramp's first value; in finer steps where there are more than a hundred.
   */
  static double least(long size) {
    double step = size <= 100 ? 100 : size <= 10_000 ? 10_000 : 100.0 * size;
    return Math.ceil(step / size + 1e-9) / step;
  }
}
