package io.schedulec.inspect.draw;

/** Breaks a long picture into columns. */
final class Columns {
  private Columns() {}

  static Scene of(Level level, Outline outline) {
    return Layout.of(level, outline);
  }
}
