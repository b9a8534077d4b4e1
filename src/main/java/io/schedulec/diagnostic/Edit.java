package io.schedulec.diagnostic;

import io.schedulec.source.Span;

/**
 * A replacement of one run of the source.
 *
 * @param span what is replaced; empty for an insertion
 * @param newText what stands there afterwards
 */
public record Edit(Span span, String newText) {}
