package io.schedulec.source;

import java.util.Collection;
import java.util.Optional;

/** The word that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The candidate with the fewest edits, if they are few enough; the first of several equals. */
  public static Optional<String> of(String word, Collection<String> candidates) {
    String best = "";
    int fewest = limit(word) + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - word.length()) < fewest) {
        int edits = candidate.equalsIgnoreCase(word) ? 0 : distance(word, candidate);
        if (edits < fewest) {
          best = candidate;
          fewest = edits;
        }
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** One edit in three letters still reads as a slip; in a word of two letters none does. */
  private static int limit(String word) {
    return Math.min(word.length() / 3, 6);
  }

  /**
   * The fewest insertions, deletions, replacements and swaps of neighbours that turn one word into
   * the other.
   */
  public static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        row[j] = cell(a, b, i, j, beforeLast, last, row);
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  private static int cell(
      String a, String b, int i, int j, int[] beforeLast, int[] last, int[] row) {
    char x = a.charAt(i - 1);
    char y = b.charAt(j - 1);
    int best = Math.min(last[j], row[j - 1]) + 1;
    best = Math.min(best, last[j - 1] + (x == y ? 0 : 1));
    boolean swapped = i > 1 && j > 1 && x == b.charAt(j - 2) && a.charAt(i - 2) == y;
    return swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
  }
}
