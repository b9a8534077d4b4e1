package io.schedulec.catalog;

/**
 * A key that an instance accepts.
 *
 * @param name the key
 * @param type what its value must be
 * @param required whether it has to be given
 * @param defaultText the value when it is not given, as one would write it; empty if required
 * @param doc what it means, in one sentence
 */
public record KeySpec(
    String name, ValueType type, boolean required, String defaultText, String doc) {

  /** A key that has to be given. */
  static KeySpec required(String name, ValueType type, String doc) {
    return new KeySpec(name, type, true, "", doc);
  }

  /** A key that may be left out. */
  static KeySpec optional(String name, ValueType type, String defaultText, String doc) {
    return new KeySpec(name, type, false, defaultText, doc);
  }

  /** Whether {@code null} may be written, because it is the default. */
  public boolean nullable() {
    return defaultText.equals("null");
  }
}
