package io.schedulec.diagnostic;

import java.util.List;

/**
 * One thing the author can do about a finding.
 *
 * @param text what to do, in one sentence without full stop
 * @param applicability whether the edits may be applied unread
 * @param edits the exact replacement, without overlaps and in source order; empty for advice
 * @param lines preformatted lines shown below the help: a table, a snippet of another file
 * @param effect what the edits change about the schedule's meaning, in two or three words, e.g.
 *     {@code prunes more}; may be empty
 */
public record Help(
    String text, Applicability applicability, List<Edit> edits, List<String> lines, String effect) {

  /** Copies the lists. */
  public Help {
    edits = List.copyOf(edits);
    lines = List.copyOf(lines);
  }

  /** A help whose effect goes without saying. */
  public Help(String text, Applicability applicability, List<Edit> edits, List<String> lines) {
    this(text, applicability, edits, lines, "");
  }

  /** Advice in words alone. */
  public static Help advice(String text, String... lines) {
    return new Help(text, Applicability.NONE, List.of(), List.of(lines));
  }

  /** A replacement that keeps the meaning. */
  public static Help safe(String text, List<Edit> edits) {
    return new Help(text, Applicability.SAFE, edits, List.of());
  }

  /** A replacement that changes what is pruned. */
  public static Help unsafe(String text, List<Edit> edits) {
    return new Help(text, Applicability.UNSAFE, edits, List.of());
  }

  /** This help with preformatted lines below it. */
  public Help withLines(List<String> more) {
    return new Help(text, applicability, edits, more, effect);
  }

  /** This help with a word on what its edits change. */
  public Help withEffect(String words) {
    return new Help(text, applicability, edits, lines, words);
  }
}
