package io.schedulec.diagnostic.render;

import java.util.List;

/** The words before the parts below the source, and where their text begins. */
final class Margin {
  private static final int INDENT = 4;
  private static final int GAP = 2;

  private final Glyphs glyphs;
  private final int bar;
  private final int longest;

  /** A margin for some words, below a gutter. */
  Margin(Glyphs glyphs, Gutter gutter, List<String> words) {
    this.glyphs = glyphs;
    this.bar = gutter.bar();
    int columns = 0;
    for (String word : words) {
      columns = Math.max(columns, Columns.of(glyphs.text(word)));
    }
    this.longest = columns;
  }

  /** The start of a part. */
  Line start(String word) {
    String shown = glyphs.text(word);
    if (glyphs == Glyphs.ASCII) {
      return new Line().pad(bar).add("= ", Ink.MARGIN).add(shown + ":", Ink.STRONG).add(" ");
    }
    return new Line().pad(INDENT).add(shown, Ink.STRONG).pad(column(word));
  }

  /** The column in which the text of a part begins. */
  int column(String word) {
    return glyphs == Glyphs.ASCII
        ? bar + GAP + Columns.of(glyphs.text(word)) + GAP
        : INDENT + longest + GAP;
  }

  /** The column in which the words begin. */
  int words() {
    return glyphs == Glyphs.ASCII ? bar + GAP : INDENT;
  }

  /** Writes prose under a word. */
  int prose(Sheet sheet, String word, String text, int limit) {
    List<String> lines = Wrapping.wrap(glyphs.text(text), limit - column(word));
    Line line = start(word);
    for (String part : lines) {
      sheet.line(line.pad(column(word)).add(part));
      line = new Line();
    }
    return lines.size();
  }
}
