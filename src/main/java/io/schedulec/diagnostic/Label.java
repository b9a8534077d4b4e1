package io.schedulec.diagnostic;

import io.schedulec.source.Span;

/**
 * A place that had a part in a finding, and which part.
 *
 * @param span the place
 * @param text its part, in at most about eight words; may be empty
 */
public record Label(Span span, String text) {}
