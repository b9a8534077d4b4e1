package io.schedulec.selector;

/** Characters that may stand at a place of a name. */
sealed interface CharSet {

  boolean contains(char c);

  /** One character. */
  record One(char character) implements CharSet {
    @Override
    public boolean contains(char c) {
      return c == character;
    }
  }

  /** Every character. */
  record Any() implements CharSet {
    @Override
    public boolean contains(char c) {
      return true;
    }
  }

  /** Every character of a component: all but the full stop. */
  record Inside() implements CharSet {
    @Override
    public boolean contains(char c) {
      return c != '.';
    }
  }

  /**
   * Some ranges of characters, or all others.
   *
   * @param bounds first and last character of each range in turn
   * @param negated whether all others are meant
   */
  record Ranges(String bounds, boolean negated) implements CharSet {
    @Override
    public boolean contains(char c) {
      for (int i = 0; i < bounds.length(); i += 2) {
        if (bounds.charAt(i) <= c && c <= bounds.charAt(i + 1)) {
          return !negated;
        }
      }
      return negated;
    }
  }

  /** Another set, but no full stop. */
  record Component(CharSet set) implements CharSet {
    @Override
    public boolean contains(char c) {
      return c != '.' && set.contains(c);
    }
  }
}
