package io.schedulec.analysis;

import io.schedulec.source.OneLine;

/** A file that a request names and that cannot be used; the message is one sentence for people. */
public final class UnusableFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Takes one sentence that names the file, without full stop. */
  public UnusableFileException(String message) {
    super(OneLine.of(message));
  }
}
