package io.schedulec.analysis;

import java.util.List;

/**
 * What is not shown of what was found in a schedule.
 *
 * @param allowed how many findings a comment or the configuration allows
 * @param known how many a baseline lists
 * @param gone the entries of the baseline for this schedule that nothing answers to any more
 */
public record Hidden(int allowed, int known, List<String> gone) {
  /** Everything is shown. */
  public static final Hidden NOTHING = new Hidden(0, 0, List.of());

  /** Copies the entries. */
  public Hidden {
    gone = List.copyOf(gone);
  }
}
