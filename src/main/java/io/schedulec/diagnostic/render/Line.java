package io.schedulec.diagnostic.render;

import java.util.ArrayList;
import java.util.List;

/** A line under construction: runs of text in one ink each, and the columns they take. */
final class Line {
  private final List<Run> runs = new ArrayList<>(4);
  private int width;

  /** A text in one ink. */
  record Run(String text, Ink ink) {}

  /** Adds plain text. */
  Line add(String text) {
    return add(text, Ink.PLAIN);
  }

  /** Adds text, which must have gone through {@link Glyphs}. */
  Line add(String text, Ink ink) {
    if (!text.isEmpty()) {
      int last = runs.size() - 1;
      boolean joins = last >= 0 && runs.get(last).ink() == ink;
      runs.add(new Run(joins ? runs.remove(last).text().concat(text) : text, ink));
      width += Columns.of(text);
    }
    return this;
  }

  /** Adds blanks up to a column; nothing when the line has come further. */
  Line pad(int column) {
    return width < column ? add(" ".repeat(column - width)) : this;
  }

  /** The columns taken so far. */
  int width() {
    return width;
  }

  /** The runs without blanks at the end of the line. */
  List<Run> runs() {
    while (!runs.isEmpty()) {
      Run last = runs.remove(runs.size() - 1);
      String text = last.text().stripTrailing();
      if (!text.isEmpty()) {
        runs.add(new Run(text, last.ink()));
        break;
      }
    }
    return runs;
  }
}
