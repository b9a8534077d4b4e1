package io.schedulec.selector;

import io.schedulec.source.Span;

/**
 * Why a text is no selector.
 *
 * @param span the place in the text; empty at its end
 * @param message what is wrong there
 * @param label the same in a few words
 */
public record Problem(Span span, String message, String label) {

  /** Carries a problem out of whatever was being read. */
  static final class Found extends RuntimeException {
    private final transient Problem problem;

    private Found(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  static Found at(int start, int end, String message, String label) {
    return new Found(new Problem(new Span(start, end), message, label));
  }
}
