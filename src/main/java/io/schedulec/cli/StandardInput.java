package io.schedulec.cli;

import io.schedulec.analysis.UnusableFileException;
import java.io.IOException;

/** Standard input, read to its end. */
final class StandardInput {
  private StandardInput() {}

  /**
   * All of it.
   *
   * @throws UnusableFileException if it cannot be read
   */
  static byte[] bytes(Terminal terminal) {
    try {
      return terminal.in().readAllBytes();
    } catch (IOException e) {
      throw new UnusableFileException("standard input cannot be read: " + e.getMessage());
    }
  }
}
