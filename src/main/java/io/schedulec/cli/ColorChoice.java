package io.schedulec.cli;

/** When results are coloured. */
enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /** Whether to colour, given what suits the terminal. */
  boolean applyTo(boolean automatic) {
    return this == ALWAYS || (this == AUTO && automatic);
  }
}
