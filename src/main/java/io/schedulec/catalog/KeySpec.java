package io.schedulec.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key that an instance accepts.
 *
 * @param name the key
 * @param type what its value must be
 * @param required whether it has to be given
 * @param defaultText the value when it is not given, as one would write it; empty if required
 * @param doc what it means, in one sentence
 * @param outcomes what the original trainer does when it is wrong
 */
public record KeySpec(
    String name,
    ValueType type,
    boolean required,
    String defaultText,
    String doc,
    List<Outcome> outcomes) {
  /** Copies the outcomes. */
  public KeySpec {
    outcomes = List.copyOf(outcomes);
  }

  /** A key that has to be given. */
  static KeySpec required(String name, ValueType type, String doc) {
    return new KeySpec(name, type, true, "", doc, List.of());
  }

  /** A key that may be left out. */
  static KeySpec optional(String name, ValueType type, String defaultText, String doc) {
    return new KeySpec(name, type, false, defaultText, doc, List.of());
  }

  /** The same key with what the original trainer does with one more mistake in it. */
  KeySpec when(Mistake mistake, String text) {
    List<Outcome> more = new ArrayList<>(outcomes);
    more.add(new Outcome(mistake, text));
    return new KeySpec(name, type, required, defaultText, doc, more);
  }

  /** What the original trainer does with a mistake; empty if nothing special is known. */
  public Optional<String> outcome(Mistake mistake) {
    for (Outcome outcome : outcomes) {
      if (outcome.mistake() == mistake) {
        return Optional.of(outcome.text());
      }
    }
    return Optional.empty();
  }

  /** Whether {@code null} may be written, because it is the default. */
  public boolean nullable() {
    return defaultText.equals("null");
  }
}
