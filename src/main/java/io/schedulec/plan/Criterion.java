package io.schedulec.plan;

import java.util.Locale;

/** What ranks structures; the lowest are removed first. */
public enum Criterion {
  /** Sum of the absolute values, in doubles (Li et al. 2016, arXiv 1608.08710). */
  L1,
  /** Square root of the sum of squares, in doubles. */
  L2;

  /** The word for it in a plan. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
