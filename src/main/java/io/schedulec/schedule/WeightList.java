package io.schedulec.schedule;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;

/**
 * The parameter names of a pruner.
 *
 * @param span where the names are written, brackets included; edits go there
 * @param form how they are written
 * @param flow whether a list is written in brackets, a map in braces
 * @param items the names, in file order
 * @param alias the place of {@code *name}, if they are written elsewhere
 * @param selected whether some of the names are what a selector stands for; several items can then
 *     have one place
 */
public record WeightList(
    Span span, Form form, boolean flow, List<Item> items, Optional<Span> alias, boolean selected) {
  /** Copies the names. */
  public WeightList {
    items = List.copyOf(items);
  }

  /** How names are written. */
  public enum Form {
    /** A list, in which each item is compared with the whole name of a parameter. */
    LIST,
    /** One text, in which the trainer searches for the name of each parameter. */
    STRING,
    /** A map, whose values the trainer ignores. */
    MAP
  }

  /**
   * One name.
   *
   * @param name the name
   * @param span the item as written, quotes included
   */
  public record Item(Spanned<String> name, Span span) {

    // Written out for the same reason as in Span.

    @Override
    public boolean equals(Object other) {
      return other instanceof Item item && item.span.equals(span) && item.name.equals(name);
    }

    @Override
    public int hashCode() {
      return span.hashCode();
    }
  }
}
