package io.schedulec.verify;

import java.nio.file.Path;

/** Models that cannot be compared; the message is one sentence for people. */
public final class NotComparableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotComparableException(String sentence) {
    super(sentence);
  }

  NotComparableException(Path model, String reason) {
    super(model.getFileName() + " does not run: " + reason.strip().replaceAll("\\s+", " "));
  }
}
