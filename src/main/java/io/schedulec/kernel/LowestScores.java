package io.schedulec.kernel;

import java.util.Arrays;
import java.util.BitSet;

/** Picks the structures with the lowest scores. */
final class LowestScores {
  private LowestScores() {}

  /**
   * The numbers of the lowest scores.
   *
   * @param scores finite numbers
   * @param count how many to pick, 1 to all
   * @param ties whether those that are equal to the last one picked are picked too; otherwise the
   *     lower numbers of them are
   */
  static BitSet of(double[] scores, int count, boolean ties) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double last = sorted[count - 1];
    BitSet picked = new BitSet(scores.length);
    for (int i = 0; i < scores.length; i++) {
      picked.set(i, ties ? scores[i] <= last : scores[i] < last);
    }
    for (int i = 0; i < scores.length && picked.cardinality() < count; i++) {
      picked.set(i, scores[i] <= last);
    }
    return picked;
  }
}
