package io.schedulec.cli;

import java.nio.file.Path;

/**
 * One text that is to be checked.
 *
 * @param name how it is called in findings
 * @param file where it lies, or counts as lying
 * @param origin where it comes from
 * @param refusal why it cannot be had; empty unless that is known already
 */
record Input(String name, Path file, Origin origin, String refusal) {

  /** A text that there may be. */
  static Input of(String name, Path file, Origin origin) {
    return new Input(name, file, origin, "");
  }

  /** What was asked for, and cannot be had. */
  static Input refused(String sentence) {
    return new Input("", Path.of(""), Origin.NAMED, sentence);
  }

  /** Where a text comes from. */
  enum Origin {
    NAMED,
    FOUND,
    STANDARD_INPUT
  }
}
