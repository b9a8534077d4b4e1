package io.schedulec.selector;

import java.util.List;

/** What names look like: patterns and regular expressions alike are made of these. */
sealed interface Expression {

  /** One character of a set. */
  record Chars(CharSet set) implements Expression {}

  /** One part after the other. */
  record Sequence(List<Expression> parts) implements Expression {
    /** Copies the parts. */
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of some choices. */
  record Choice(List<Expression> choices) implements Expression {
    /** Copies the choices. */
    public Choice {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A part several times.
   *
   * @param part the part
   * @param least the fewest times
   * @param most the most times; below 0 for any number
   */
  record Repeat(Expression part, int least, int most) implements Expression {}

  /** Nothing at all. */
  static Expression nothing() {
    return new Sequence(List.of());
  }

  /** A part any number of times. */
  static Expression many(CharSet set) {
    return new Repeat(new Chars(set), 0, -1);
  }

  /** A text as it stands. */
  static Expression text(String text) {
    return new Sequence(
        text.chars().<Expression>mapToObj(c -> new Chars(new CharSet.One((char) c))).toList());
  }
}
