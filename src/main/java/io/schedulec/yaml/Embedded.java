package io.schedulec.yaml;

import io.schedulec.source.Span;

/** Where in the source each character of a scalar's content stands. */
public final class Embedded {
  private final int first;
  private final int[] starts;
  private final int[] ends;

  private Embedded(int first, int[] starts, int[] ends) {
    this.first = first;
    this.starts = starts;
    this.ends = ends;
  }

  /** The places of a content that stands in the source as it is. */
  static Embedded verbatim(int first) {
    return new Embedded(first, new int[0], new int[0]);
  }

  /** The places of a content with escapes, folds or indentation. */
  static Embedded of(int[] starts, int[] ends) {
    return new Embedded(0, starts, ends);
  }

  /** The source offset of a character of the content. */
  public int origin(int index) {
    return starts.length == 0 ? first + index : starts[index];
  }

  /** The place of the characters from {@code start} to before {@code end}, at least one. */
  public Span span(int start, int end) {
    int last = ends.length == 0 ? first + end : ends[end - 1];
    return new Span(origin(start), Math.max(origin(start), last));
  }
}
