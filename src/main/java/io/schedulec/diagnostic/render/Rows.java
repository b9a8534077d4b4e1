package io.schedulec.diagnostic.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of drawings: which are shown when there are many, and how their cells are aligned. */
final class Rows {
  /** A drawing has at most so many rows. */
  static final int MOST = 8;

  private Rows() {}

  /** At most {@link #MOST} rows in their order: the first, those that matter, then the others. */
  static <T> List<T> select(List<T> rows, boolean[] matters) {
    if (rows.size() <= MOST) {
      return rows;
    }
    boolean[] chosen = new boolean[rows.size()];
    chosen[0] = true;
    int left = choose(chosen, MOST - 1, matters);
    boolean[] all = new boolean[rows.size()];
    Arrays.fill(all, true);
    choose(chosen, left, all);
    List<T> selected = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        selected.add(rows.get(i));
      }
    }
    return selected;
  }

  private static int choose(boolean[] chosen, int most, boolean[] candidates) {
    int left = most;
    for (int i = 0; i < chosen.length && left > 0; i++) {
      if (!chosen[i] && candidates[i]) {
        chosen[i] = true;
        left--;
      }
    }
    return left;
  }

  /** The line for rows that are not shown. */
  static String more(int count, Glyphs glyphs) {
    return glyphs.text("… " + count + " more (schedulec inspect --groups)");
  }

  /** A cell with blanks after it. */
  static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - Columns.of(text)));
  }

  /** A cell with blanks before it. */
  static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - Columns.of(text))) + text;
  }

  /** A name in at most so many columns, cut in the middle. */
  static String name(String text, int columns, Glyphs glyphs) {
    if (Columns.of(text) <= columns) {
      return text;
    }
    String ellipsis = glyphs.text("…");
    int rest = Math.max(2, columns - ellipsis.length());
    return Columns.head(text, rest / 2) + ellipsis + Columns.tail(text, rest - rest / 2);
  }

  /** The widest of some lines. */
  static int width(List<String> lines) {
    int width = 0;
    for (String line : lines) {
      width = Math.max(width, Columns.of(line));
    }
    return width;
  }
}
