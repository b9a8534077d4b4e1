package io.schedulec.ide;

import io.schedulec.source.Span;
import java.util.List;

/**
 * A part of a schedule, for a table of contents.
 *
 * @param name what it is called
 * @param kind what it is
 * @param detail a few words more; may be empty
 * @param span all of it
 * @param selection where its name is, inside {@code span}
 * @param children its parts, in file order
 */
public record Symbol(
    String name, Kind kind, String detail, Span span, Span selection, List<Symbol> children) {

  /** Copies the parts. */
  public Symbol {
    children = List.copyOf(children);
  }

  /** What a part is. */
  public enum Kind {
    SECTION,
    INSTANCE,
    WEIGHT,
    POLICY
  }
}
