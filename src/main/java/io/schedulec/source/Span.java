package io.schedulec.source;

/**
 * A half-open run of UTF-16 code units, {@code [start, end)}, in one source text.
 *
 * @param start offset of the first code unit
 * @param end offset after the last code unit; equal to {@code start} for an empty span
 */
public record Span(int start, int end) implements Comparable<Span> {

  /** Checks the order of the two ends. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The span of {@code length} code units from {@code start}. */
  public static Span at(int start, int length) {
    return new Span(start, start + length);
  }

  /** The number of code units covered. */
  public int length() {
    return end - start;
  }

  /** The smallest span that covers this one and {@code other}. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Whether {@code other} lies wholly inside this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  // Spans are compared in every run. What a record brings along is linked when it is first used,
  // which takes longer than all the rest of a check.

  @Override
  public boolean equals(Object other) {
    return other instanceof Span span && span.start == start && span.end == end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
