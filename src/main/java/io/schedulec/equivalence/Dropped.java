package io.schedulec.equivalence;

import java.util.Locale;

/** What removed channels were at their readers; strongest first. */
public enum Dropped {
  /** Zero everywhere. */
  ZERO,
  /** Each one number, the same for every sample and position, and not all of them zero. */
  CONSTANT,
  /** Something that depends on the input, or that nothing is known of. */
  VARYING;

  /** The word that reports have. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What channels of both kinds are together. */
  Dropped and(Dropped other) {
    return compareTo(other) < 0 ? other : this;
  }
}
