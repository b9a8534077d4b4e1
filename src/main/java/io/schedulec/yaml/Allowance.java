package io.schedulec.yaml;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.List;

/**
 * A comment {@code # schedulec: allow SC304 (reason)}.
 *
 * @param comment the comment, from its hash sign to the end of what it says to this program
 * @param codes the words after {@code allow}
 * @param reason what is in brackets; empty if nothing is
 * @param covered the values that it speaks of; empty if there are none
 * @param whole whether it stands before everything else, and so speaks of the whole file too
 */
public record Allowance(
    Span comment, List<Spanned<String>> codes, String reason, Span covered, boolean whole) {
  /** Copies the codes. */
  public Allowance {
    codes = List.copyOf(codes);
  }

  /** Whether it speaks of a place. */
  public boolean covers(Span place) {
    return (whole && place.end() == 0) || (covered.length() > 0 && covered.contains(place));
  }
}
