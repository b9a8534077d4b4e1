package io.schedulec.inspect;

import io.schedulec.source.OneLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines that are broken where a terminal ends. */
final class Paragraphs {
  private static final int HANGING = 2;

  /** A trace of more words than these shows as many at its start, and fewer at its end. */
  private static final int MOST_STOPS = 14;

  private static final int FIRST_STOPS = 8;
  private static final int LAST_STOPS = 4;

  private final StringBuilder out = new StringBuilder();
  private final int width;
  private final boolean ascii;

  Paragraphs(int width, boolean ascii) {
    this.width = width;
    this.ascii = ascii;
  }

  /** An empty line. */
  void blank() {
    out.append('\n');
  }

  /** Prose, which is broken between words. */
  void prose(int indent, String text) {
    pieces(indent, List.of(text.split(" ", -1)));
  }

  /** A trace, which is broken before arrows; in a long one the middle is left out. */
  void trace(int indent, List<String> words) {
    List<String> pieces = new ArrayList<>();
    pieces.add(words.get(0));
    for (int i = 1; i < words.size(); i += 2) {
      pieces.add(words.get(i) + " " + words.get(i + 1));
    }
    int more = pieces.size() - FIRST_STOPS - LAST_STOPS;
    if (pieces.size() > MOST_STOPS) {
      pieces.subList(FIRST_STOPS, FIRST_STOPS + more).clear();
      pieces.add(FIRST_STOPS, "… " + more + " more …");
    }
    pieces(indent, pieces);
  }

  /**
   * Rows of cells in columns; where that is too wide, the last cell of a row stands above it, once
   * for all rows in turn that have the same.
   */
  void rows(int indent, List<List<String>> rows) {
    int last = rows.get(0).size() - 1;
    int[] widths = new int[last + 1];
    for (List<String> row : rows) {
      for (int i = 0; i <= last; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    boolean wide = indent + Arrays.stream(widths).sum() + HANGING * last > width;
    String above = "";
    for (List<String> row : rows) {
      if (wide && !row.get(last).equals(above)) {
        above = row.get(last);
        prose(indent, above);
      }
      line(indent + (wide ? HANGING : 0), columns(wide ? row.subList(0, last) : row, widths));
    }
  }

  private static String columns(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + HANGING));
    }
    return line.toString().stripTrailing();
  }

  private void pieces(int indent, List<String> pieces) {
    StringBuilder line = new StringBuilder();
    int room = width - indent;
    int start = indent;
    for (String piece : pieces) {
      if (line.length() > 0 && line.length() + 1 + piece.length() > room) {
        line(start, line.toString());
        line.setLength(0);
        start = indent + HANGING;
        room = width - start;
      }
      line.append(line.length() == 0 ? "" : " ").append(piece);
    }
    line(start, line.toString());
  }

  private void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(OneLine.of(text)).append('\n');
  }

  @Override
  public String toString() {
    return ascii ? out.toString().replace("…", "...") : out.toString();
  }
}
