package io.schedulec.graph;

import io.schedulec.source.OneLine;

/**
 * A model file cannot be read as a network.
 *
 * <p>The message is one sentence without a full stop that names the file, what is wrong and where.
 */
public final class UnreadableModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A file that cannot be read, and why. */
  public UnreadableModelException(String message) {
    super(OneLine.of(message));
  }
}
