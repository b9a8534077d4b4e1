package io.schedulec.diagnostic.render;

import java.util.Arrays;

/** A line of the source as it is shown: tabs expanded, control characters made visible. */
final class SourceLine {
  private static final int TAB = 4;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final String shown;
  private final int[] columns;

  private SourceLine(String shown, int[] columns) {
    this.shown = shown;
    this.columns = columns;
  }

  /** The line with the given text, as some characters can show it. */
  static SourceLine of(String text, Glyphs glyphs) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    int[] columns = new int[text.length() + 1];
    int column = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int from = out.length();
      append(out, codePoint, column, glyphs);
      int end = i + Character.charCount(codePoint);
      Arrays.fill(columns, i, end, column);
      column += Columns.of(out.substring(from));
      i = end;
    }
    columns[text.length()] = column;
    return new SourceLine(out.toString(), columns);
  }

  private static void append(StringBuilder out, int codePoint, int column, Glyphs glyphs) {
    if (codePoint == '\t') {
      out.append(" ".repeat(TAB - column % TAB));
    } else if (codePoint != BYTE_ORDER_MARK) {
      glyphs.append(out, codePoint);
    }
  }

  /** The column at which a code unit is shown; past the end, where the line ends. */
  int column(int index) {
    return columns[Math.min(index, columns.length - 1)];
  }

  /** The columns of the whole line. */
  int width() {
    return columns[columns.length - 1];
  }

  /** What is shown from one column to another; a wide character cut in two becomes blank. */
  String slice(int from, int to) {
    if (from <= 0 && to >= width()) {
      return shown;
    }
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (int i = 0; i < shown.length() && column < to; ) {
      int codePoint = shown.codePointAt(i);
      int end = column + Columns.of(codePoint);
      if (column >= from && end <= to) {
        out.appendCodePoint(codePoint);
      } else if (end > from) {
        out.append(" ".repeat(Math.min(end, to) - Math.max(column, from)));
      }
      column = end;
      i += Character.charCount(codePoint);
    }
    return out.toString();
  }
}
