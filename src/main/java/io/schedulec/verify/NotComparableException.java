package io.schedulec.verify;

import java.nio.file.Path;

/** A model that does not run; the message is one sentence for people. */
public final class NotComparableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotComparableException(Path model, String reason) {
    super(model.getFileName() + " does not run: " + reason.strip().replaceAll("\\s+", " "));
  }
}
