package io.schedulec.catalog;

/** A way in which the value of a key can be wrong. */
public enum Mistake {
  /** The key is left out although it is required. */
  MISSING("left out"),
  /** Nothing, an empty list or an empty map. */
  EMPTY("empty"),
  /** A value of another type. */
  TYPE("of another type"),
  /** A text where a number has to be, such as {@code 1e-4}. */
  TEXT("a text, such as `1e-4`"),
  /** A number beyond its bounds. */
  RANGE("out of range"),
  /** A word that is none of the choices. */
  WORD("another word"),
  /** A parameter or module that the model does not have. */
  NAME("a name that the model does not have"),
  /** Nothing is wrong with the value, and still it has no effect. */
  UNREAD("in any case");

  private final String words;

  Mistake(String words) {
    this.words = words;
  }

  /** What the value is, in words that follow "if it is". */
  public String words() {
    return words;
  }
}
