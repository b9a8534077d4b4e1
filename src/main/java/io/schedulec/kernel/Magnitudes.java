package io.schedulec.kernel;

import java.util.function.IntFunction;

/** Finds the k-th smallest magnitude of a tensor without sorting or copying its elements. */
final class Magnitudes {
  private static final int DIGIT = 16;
  private static final int PIECE = 4096;

  /** Takes the keys of some elements that follow each other; {@link Numbers#keys}. */
  interface Keys {
    /** Takes the keys of elements {@code [from, from + count)}. */
    void accept(int from, long[] keys, int count);
  }

  /**
   * A threshold for elements.
   *
   * @param key the key of the k-th smallest magnitude
   * @param below how many are smaller
   * @param equal how many are equal to it, at least 1
   */
  record Threshold(long key, long below, long equal) {}

  private final Numbers numbers;
  private final Survivors survivors;

  Magnitudes(Numbers numbers, Survivors survivors) {
    this.numbers = numbers;
    this.survivors = survivors;
  }

  /** Hands out the keys of everything that thinnings have left, in order. */
  void forEach(Keys keys) {
    long[] piece = new long[PIECE];
    survivors.forEachRun(
        (from, length) -> {
          for (int at = from; at < from + length; at += PIECE) {
            int count = Math.min(PIECE, from + length - at);
            numbers.keys(at, piece, count);
            keys.accept(at, piece, count);
          }
        });
  }

  /**
   * The threshold that the {@code k} smallest magnitudes do not exceed.
   *
   * <p>Keys are counted by their leading 16 bits, then those that share the digits of the k-th by
   * the next 16 bits, until all bits are known.
   *
   * @param k 1 to the number of elements, all of which are finite
   */
  Threshold smallest(long k) {
    int shift = numbers.fitFloats() ? DIGIT : 3 * DIGIT;
    long known = 0;
    long below = 0;
    long[] counts = counts(known, shift);
    while (true) {
      int digit = 0;
      while (below + counts[digit] < k) {
        below += counts[digit++];
      }
      known = known << DIGIT | digit;
      if (shift == 0) {
        return new Threshold(known, below, counts[digit]);
      }
      shift -= DIGIT;
      counts = counts(known, shift);
    }
  }

  /** How many keys continue the known digits with each possible next one. */
  private long[] counts(long known, int shift) {
    long[] counts = new long[1 << DIGIT];
    forEach(
        (from, keys, count) -> {
          for (int i = 0; i < count; i++) {
            long digits = keys[i] >>> shift;
            if (digits >>> DIGIT == known) {
              counts[(int) digits & 0xffff]++;
            }
          }
        });
    return counts;
  }

  /** The greatest key of a magnitude that is at most a threshold; negative where none is. */
  long keyAtMost(double threshold) {
    return numbers.keyAtMost(threshold);
  }

  /** How many magnitudes have at most a key. */
  long atMost(long key) {
    long[] total = {0};
    forEach(
        (from, keys, count) -> {
          for (int i = 0; i < count; i++) {
            total[0] += keys[i] <= key ? 1 : 0;
          }
        });
    return total[0];
  }

  /** Refuses a tensor in which something is no finite number. */
  void refuseNonFinite(String tensor, IntFunction<String> place) {
    long infinite = numbers.infiniteKey();
    forEach(
        (from, keys, count) -> {
          for (int i = 0; i < count; i++) {
            if (keys[i] >= infinite) {
              String what = keys[i] == infinite ? "an infinite weight" : "NaN";
              throw new Impossible(
                  tensor + " has " + what + " at " + place.apply(from + i) + ", which has no rank");
            }
          }
        });
  }
}
