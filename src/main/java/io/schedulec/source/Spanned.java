package io.schedulec.source;

/**
 * A value and where it was written.
 *
 * @param value the value
 * @param span its place in the source
 */
public record Spanned<T>(T value, Span span) {

  // Written out for the same reason as in Span.

  @Override
  public boolean equals(Object other) {
    return other instanceof Spanned<?> spanned
        && spanned.span.equals(span)
        && spanned.value.equals(value);
  }

  @Override
  public int hashCode() {
    return span.hashCode();
  }
}
