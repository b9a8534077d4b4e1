package io.schedulec.inspect;

import java.util.List;

/** Lines of a width, broken between words. */
final class Paragraphs {
  private final StringBuilder out = new StringBuilder();
  private final int width;
  private final boolean ascii;

  Paragraphs(int width, boolean ascii) {
    this.width = width;
    this.ascii = ascii;
  }

  void blank() {
    out.append('\n');
  }

  void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(text).append('\n');
  }

  void trace(int indent, List<String> words) {
    line(indent, String.join(" ", words));
  }

  @Override
  public String toString() {
    return ascii ? out.toString().replace("…", "...") : out.toString();
  }
}
