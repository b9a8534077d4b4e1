package io.schedulec.cli;

import io.schedulec.diagnostic.render.FileResult;
import java.util.Optional;

/**
 * What came of one input.
 *
 * @param result what was found; empty where nothing was checked
 * @param refusal why it could not be checked, or not be fixed; empty if it could
 */
record Outcome(Optional<FileResult> result, String refusal) {
  /** A text that was passed over. */
  static final Outcome NONE = new Outcome(Optional.empty(), "");

  /** An input that cannot be had. */
  static Outcome refused(String sentence) {
    return new Outcome(Optional.empty(), sentence);
  }
}
