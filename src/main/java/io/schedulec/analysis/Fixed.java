package io.schedulec.analysis;

/**
 * What came of fixing one schedule.
 *
 * @param before what was known of the text as it was
 * @param after what is known of the text as it is now; the same where nothing was fixed
 * @param count how many findings were fixed
 * @param leftOut how many of the remaining findings have edits that were tried and not kept,
 *     because the schedule would not have been better for them
 */
public record Fixed(Analysis before, Analysis after, int count, int leftOut) {
  /** Whether there is a new text. */
  public boolean changed() {
    return !before.source().text().equals(after.source().text());
  }
}
