package io.schedulec.cli;

import io.schedulec.diagnostic.Severity;

/** From which severity on findings make the command fail. */
enum FailOn {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  /** Whether a finding of this severity makes the command fail. */
  boolean reachedBy(Severity severity) {
    return switch (this) {
      case ERROR -> severity == Severity.ERROR;
      case WARNING -> severity != Severity.INFO;
      case INFO -> true;
      case NEVER -> false;
    };
  }
}
