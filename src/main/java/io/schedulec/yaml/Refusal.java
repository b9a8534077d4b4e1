package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;

/** Leaves the reading of a hostile document at once; never seen outside this package. */
final class Refusal extends RuntimeException {
  private final transient Diagnostic diagnostic;

  Refusal(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
