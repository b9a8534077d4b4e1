package io.schedulec.plan;

import java.util.Optional;

/** Which structures of a tensor a mask zeroes. */
public sealed interface Selection {

  /**
   * The lowest-ranked ones.
   *
   * @param share which share of them, 0 to 1
   * @param criterion what ranks them
   * @param leader the tensor that is ranked for all; empty where each is ranked by itself
   */
  record Lowest(Amount share, Criterion criterion, Optional<String> leader) implements Selection {}

  /**
   * Elements whose magnitude is at most a threshold.
   *
   * @param threshold the threshold
   */
  record Below(Amount threshold) implements Selection {}
}
