package io.schedulec.graph;

import io.schedulec.source.OneLine;

/**
 * A model cannot be written as asked.
 *
 * <p>The message is one sentence without a full stop that names the file or tensor and the reason.
 */
public final class UnwritableModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What cannot be written, and why. */
  public UnwritableModelException(String message) {
    super(OneLine.of(message));
  }
}
