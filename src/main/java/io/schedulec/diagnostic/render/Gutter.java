package io.schedulec.diagnostic.render;

/** The column of line numbers at the left of the source. */
final class Gutter {
  private final Glyphs glyphs;
  private final int digits;

  /** A gutter for numbers up to {@code lastLine}. */
  Gutter(Glyphs glyphs, int lastLine) {
    this.glyphs = glyphs;
    int own = Integer.toString(lastLine).length();
    this.digits = glyphs == Glyphs.ASCII ? own : Math.max(3, own + 1);
  }

  /** The column in which the bar stands. */
  int bar() {
    return digits + 1;
  }

  /** The columns before the text of a row. */
  int width() {
    return digits + 3;
  }

  /** The row with a line number. */
  Line row(int line) {
    String number = Integer.toString(line);
    return new Line().pad(digits - number.length()).add(number + " " + stroke() + " ", Ink.MARGIN);
  }

  /** A row below a line. */
  Line row() {
    return new Line().pad(bar()).add(stroke() + " ", Ink.MARGIN);
  }

  /** The row that stands for lines left out. */
  Line gap(String text) {
    Line line = new Line();
    if (glyphs == Glyphs.ASCII) {
      line.add("...", Ink.MARGIN);
    } else {
      line.pad(bar()).add("·", Ink.MARGIN);
    }
    return text.isEmpty() ? line : line.pad(width() + 2).add(text);
  }

  /** The row that names the place. */
  Line arrow(String place) {
    if (glyphs == Glyphs.ASCII) {
      return new Line().pad(digits).add("-->", Ink.MARGIN).add(" " + place);
    }
    return new Line().pad(bar()).add("╭─[", Ink.MARGIN).add(place).add("]", Ink.MARGIN);
  }

  /** The row that ends the source. */
  Line end() {
    return glyphs == Glyphs.ASCII ? row() : new Line().pad(bar()).add("╰─", Ink.MARGIN);
  }

  private String stroke() {
    return glyphs == Glyphs.ASCII ? "|" : "│";
  }
}
