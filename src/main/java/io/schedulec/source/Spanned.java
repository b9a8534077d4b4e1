package io.schedulec.source;

/**
 * A value and where it was written.
 *
 * @param value the value
 * @param span its place in the source
 */
public record Spanned<T>(T value, Span span) {}
