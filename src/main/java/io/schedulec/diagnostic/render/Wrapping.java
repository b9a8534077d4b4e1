package io.schedulec.diagnostic.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks prose between words; a word that is too long for a line has one to itself. */
final class Wrapping {
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int width;
  private int limit;

  private Wrapping(int limit) {
    this.limit = limit;
  }

  /** The lines of a text, each at most {@code limit} columns wide; at least one line. */
  static List<String> wrap(String text, int limit) {
    return wrap(text, limit, limit);
  }

  /** The lines of a text whose first line has another limit than the rest. */
  static List<String> wrap(String text, int first, int rest) {
    if (Columns.of(text) <= first && text.indexOf("  ") < 0) {
      return List.of(text.strip());
    }
    Wrapping wrapping = new Wrapping(first);
    for (int from = 0; from < text.length(); ) {
      int space = text.indexOf(' ', from);
      int to = space < 0 ? text.length() : space;
      wrapping.word(text.substring(from, to), rest);
      from = to + 1;
    }
    wrapping.lines.add(wrapping.line.toString());
    return wrapping.lines;
  }

  /** As few lines as within {@code limit}, of about the same width. */
  static List<String> balance(String text, int limit) {
    List<String> lines = wrap(text, limit);
    int count = lines.size();
    for (int narrower = limit - 1; count > 1 && narrower > limit / 2; narrower--) {
      List<String> next = wrap(text, narrower);
      if (next.size() > count) {
        break;
      }
      lines = next;
    }
    return lines;
  }

  private void word(String word, int rest) {
    if (word.isEmpty()) {
      return;
    }
    int columns = Columns.of(word);
    boolean laterFits = width > 0 || limit < rest;
    if (laterFits && width + Math.min(width, 1) + columns > limit) {
      lines.add(line.toString());
      line.setLength(0);
      width = 0;
      limit = rest;
    }
    if (width > 0) {
      line.append(' ');
      width++;
    }
    line.append(word);
    width += columns;
  }
}
