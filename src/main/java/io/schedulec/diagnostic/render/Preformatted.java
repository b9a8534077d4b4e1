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
    int indent = Math.min(text.length() - text.stripLeading().length(), room / 2) + HANG;
    List<String> parts = new ArrayList<>();
    String rest = text;
    for (int cut = cut(rest, room); cut > 0; cut = cut(rest, room)) {
      parts.add(rest.substring(0, cut).stripTrailing());
      rest = " ".repeat(indent) + rest.substring(cut).strip();
    }
    parts.add(rest);
    return parts;
  }

  /** Where a text that is too wide is broken; 0 when it is not, or cannot be. */
  private static int cut(String text, int room) {
    if (Columns.of(text) <= room) {
      return 0;
    }
    int start = text.length() - text.stripLeading().length();
    int cut = text.lastIndexOf(' ', Columns.head(text, room).length());
    cut = cut > start ? cut : text.indexOf(' ', start);
    return Math.max(0, cut);
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
