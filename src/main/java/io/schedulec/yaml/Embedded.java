package io.schedulec.yaml;

import io.schedulec.source.Span;

/** Where in the source each character of a scalar's content stands. */
public final class Embedded {
  private final YamlValue.Scalar scalar;

  private Embedded(YamlValue.Scalar scalar) {
    this.scalar = scalar;
  }

  /** The places of a scalar's content. */
  public static Embedded of(YamlValue.Scalar scalar) {
    return new Embedded(scalar);
  }

  /** The place of the characters from {@code start} to before {@code end} of the content. */
  public Span span(int start, int end) {
    int quote = scalar.style() == YamlValue.Style.PLAIN ? 0 : 1;
    return new Span(scalar.span().start() + quote + start, scalar.span().start() + quote + end);
  }
}
