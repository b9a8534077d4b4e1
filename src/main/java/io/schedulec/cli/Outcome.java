package io.schedulec.cli;

import io.schedulec.analysis.Hidden;
import io.schedulec.diagnostic.render.FileResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of one input.
 *
 * @param result what was found; empty where nothing was checked
 * @param file where the text lies
 * @param entries what was found, as a baseline lists it, where one is to be written
 * @param hidden what is not shown of what was found
 * @param refusal why it could not be checked, or not be fixed; empty if it could
 */
record Outcome(
    Optional<FileResult> result, Path file, List<String> entries, Hidden hidden, String refusal) {
  /** Copies the entries. */
  Outcome {
    entries = List.copyOf(entries);
  }

  /** A text that was passed over. */
  static final Outcome NONE = refused("");

  /** An input that cannot be had. */
  static Outcome refused(String sentence) {
    return new Outcome(Optional.empty(), Path.of(""), List.of(), Hidden.NOTHING, sentence);
  }
}
