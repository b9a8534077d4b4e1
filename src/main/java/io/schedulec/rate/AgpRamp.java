package io.schedulec.rate;

/**
 * The cubic ramp of automated gradual pruning (Zhu and Gupta, "To prune, or not to prune", 2017,
 * equation 1), as Distiller evaluates it.
 *
 * @param initial sparsity at the first firing
 * @param end sparsity at the last firing
 * @param start first epoch
 * @param stop epoch after the last one, exclusive
 * @param frequency epochs from one firing to the next, at least 1
 */
public record AgpRamp(double initial, double end, int start, int stop, int frequency) {

  /**
   * Epochs from the first firing to the last, {@code ((stop - start - 1) / frequency) * frequency};
   * 0 where the ramp has a single firing and so cannot be evaluated.
   */
  public int span() {
    return (stop - start - 1) / frequency * frequency;
  }

  /** The epoch of the last firing. */
  public int lastEpoch() {
    return start + span();
  }

  /** How often it fires. */
  public int firings() {
    return (stop - start - 1) / frequency + 1;
  }

  /**
   * The sparsity asked for in an epoch. Evaluated in doubles in the order in which the formula is
   * written, so that the first value is {@code end + (initial - end)}, not always {@code initial}.
   *
   * @throws IllegalStateException if the ramp has a single firing
   */
  public double target(int epoch) {
    int span = span();
    if (span <= 0) {
      throw new IllegalStateException("a ramp needs two firings");
    }
    return at(initial, end, (double) (epoch - start) / span);
  }

  /**
   * The curve itself, the same on every JDK.
   *
   * @param done how much of the time has passed, 0 to 1
   */
  public static double at(double initial, double end, double done) {
    return end + (initial - end) * StrictMath.pow(1.0 - done, 3);
  }
}
