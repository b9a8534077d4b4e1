package io.schedulec.ide;

import io.schedulec.source.Span;

/**
 * What there is to say of a place.
 *
 * @param span the place
 * @param markdown what there is to say
 */
public record HoverText(Span span, String markdown) {}
