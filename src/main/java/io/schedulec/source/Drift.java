package io.schedulec.source;

import java.util.OptionalInt;

/**
 * Where the places of an older text are in a newer one that differs in one run of characters: what
 * lies before the run has stayed, what lies behind it has moved, and what lay in it is gone.
 */
public final class Drift {
  private static final Drift NONE = new Drift(Integer.MAX_VALUE, 0, 0);

  private final int before;
  private final int oldEnd;
  private final int newEnd;

  private Drift(int before, int oldEnd, int newEnd) {
    this.before = before;
    this.oldEnd = oldEnd;
    this.newEnd = newEnd;
  }

  /** The drift of a text that has not changed. */
  public static Drift none() {
    return NONE;
  }

  /** The drift from an older text to a newer one, over the shortest run that explains it. */
  public static Drift between(String older, String newer) {
    if (older.equals(newer)) {
      return NONE;
    }
    int shorter = Math.min(older.length(), newer.length());
    int before = 0;
    while (before < shorter && older.charAt(before) == newer.charAt(before)) {
      before++;
    }
    int behind = 0;
    while (behind < shorter - before
        && older.charAt(older.length() - 1 - behind) == newer.charAt(newer.length() - 1 - behind)) {
      behind++;
    }
    return new Drift(before, older.length() - behind, newer.length() - behind);
  }

  /** Where a place of the newer text was in the older one; empty if it lies in the run. */
  public OptionalInt older(int offset) {
    if (offset <= before) {
      return OptionalInt.of(offset);
    }
    return offset >= newEnd ? OptionalInt.of(offset - newEnd + oldEnd) : OptionalInt.empty();
  }

  /**
   * What is left of a place of the older text, in the newer one. What was put in at its edges is no
   * part of it.
   */
  public Span newer(Span span) {
    int start = span.start() >= oldEnd ? moved(span.start()) : Math.min(span.start(), before);
    if (span.length() == 0) {
      return new Span(start, start);
    }
    int end = span.end() <= before ? span.end() : span.end() >= oldEnd ? moved(span.end()) : newEnd;
    return new Span(Math.min(start, end), Math.max(start, end));
  }

  private int moved(int offset) {
    return offset - oldEnd + newEnd;
  }
}
