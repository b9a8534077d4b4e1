package io.schedulec.ide;

import io.schedulec.source.Span;

/**
 * Something that can be written at a place.
 *
 * @param label what it is called
 * @param kind what it is
 * @param detail a few words beside the label; may be empty
 * @param documentation what there is to say of it, as Markdown; may be empty
 * @param replaced what it replaces
 * @param text what is written there
 */
public record Suggestion(
    String label, Kind kind, String detail, String documentation, Span replaced, String text) {

  /** The same, with something before it. */
  Suggestion behind(String before) {
    return new Suggestion(label, kind, detail, documentation, replaced, before + text);
  }

  /** What can be written. */
  public enum Kind {
    SECTION,
    CLASS,
    KEY,
    INSTANCE,
    WEIGHT,
    WORD
  }
}
