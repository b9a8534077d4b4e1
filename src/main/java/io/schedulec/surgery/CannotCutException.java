package io.schedulec.surgery;

import io.schedulec.source.OneLine;

/**
 * Channels cannot be cut out of a model.
 *
 * <p>The message is one sentence without a full stop that names the node or tensor and the reason.
 */
public final class CannotCutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why channels cannot be cut. */
  public CannotCutException(String message) {
    super(OneLine.of(message));
  }
}
