package io.schedulec.bind;

import io.schedulec.schedule.Argument;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * What the selectors of one list or map of names stand for.
 *
 * @param argument the list or map as written
 * @param parts its items or entries, in file order
 */
public record Selection(Argument argument, List<Part> parts) {
  /** Copies the parts. */
  public Selection {
    parts = List.copyOf(parts);
  }

  /**
   * An item or an entry.
   *
   * @param span the item or the key as written
   * @param selector whether it is a selector, else a name
   * @param names the names that it stands for; a name stands for itself, unless a later item takes
   *     it out
   * @param entry the entry, in a map
   */
  public record Part(
      Span span, boolean selector, List<String> names, Optional<YamlValue.Entry> entry) {
    /** Copies the names. */
    public Part {
      names = List.copyOf(names);
    }
  }
}
