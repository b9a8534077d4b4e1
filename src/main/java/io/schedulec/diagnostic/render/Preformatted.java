package io.schedulec.diagnostic.render;

import java.util.ArrayList;
import java.util.List;

/** Text that is laid out already, and is broken between words only where it must be. */
final class Preformatted {
  private static final int HANG = 2;

  private Preformatted() {}

  /** A line as it is, or its parts, each in at most so many columns. */
  static List<String> fit(String text, int room) {
    if (Columns.of(text) <= room) {
      return List.of(text);
    }
    int indent = Math.min(text.length() - text.stripLeading().length(), room / 2);
    List<String> parts = new ArrayList<>();
    for (String part : Wrapping.wrap(text, room - indent, room - indent - HANG)) {
      parts.add(" ".repeat(parts.isEmpty() ? indent : indent + HANG) + part);
    }
    return parts;
  }

  /** The lines of a text that begins in a column. */
  static List<Line> lines(String text, int column, int width) {
    List<Line> lines = new ArrayList<>();
    for (String part : fit(text, width - column)) {
      lines.add(new Line().pad(column).add(part));
    }
    return lines;
  }
}
