package io.schedulec.schedule;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;

/**
 * A key of an instance and its value.
 *
 * @param key the key
 * @param value the value
 * @param span the whole entry, from the key to the end of the value
 * @param valid whether the value has the type that the class asks for
 * @param selected whether some of its names are what a selector stands for, so that they are not
 *     written in the file
 */
public record Argument(
    Spanned<String> key, YamlValue value, Span span, boolean valid, boolean selected) {

  /** An argument whose names are those that are written. */
  public Argument(Spanned<String> key, YamlValue value, Span span, boolean valid) {
    this(key, value, span, valid, false);
  }

  /** The same key with what its selectors stand for. */
  public Argument selecting(YamlValue names) {
    return new Argument(key, names, span, valid, true);
  }

  /** The same key where what its selectors stand for cannot be known, which has been reported. */
  public Argument unread() {
    return new Argument(key, value, span, false, true);
  }
}
