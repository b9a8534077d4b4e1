package io.schedulec.diagnostic;

import io.schedulec.source.Span;

/**
 * A place that had a part in a finding, and which part.
 *
 * @param span the place
 * @param text its part, in at most about eight words; may be empty
 * @param primary whether the finding is about this place, rather than explained by it
 */
public record Label(Span span, String text, boolean primary) {

  /** A place that helps to explain a finding. */
  public Label(Span span, String text) {
    this(span, text, false);
  }
}
