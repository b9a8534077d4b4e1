package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Label;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a labelled place that lies on one line.
 *
 * @param line the line, from 1
 * @param from index in the line of the first code unit
 * @param to index after the last one; may equal {@code from}
 * @param primary whether it belongs to the place the finding is about
 * @param text the label, in the last piece of its place; otherwise empty
 */
record Piece(int line, int from, int to, boolean primary, String text) {
  /** More lines than this are shown by their first and last ones. */
  private static final int MOST_LINES = 4;

  private static final int ENDS = 2;

  /** The pieces of a label, in order. */
  static List<Piece> of(SourceFile file, Label label) {
    int start = Math.min(label.span().start(), file.text().length());
    int end = Math.min(label.span().end(), file.text().length());
    int first = file.position(start).line();
    int last = lastLine(file, start, end, first);
    List<Piece> pieces = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      boolean shown = last - first < MOST_LINES || line < first + ENDS || line > last - ENDS;
      boolean ends = line == first || line == last;
      if (shown && (ends || !file.line(line).isBlank())) {
        pieces.add(onLine(file, line, new Span(start, end), label, line == last));
      }
    }
    return pieces;
  }

  /** A place that ends right after a line break does not reach into the next line. */
  private static int lastLine(SourceFile file, int start, int end, int first) {
    int last = file.position(end).line();
    boolean afterBreak = end > start && file.lineStart(last) == end;
    return afterBreak && last > first ? last - 1 : last;
  }

  private static Piece onLine(SourceFile file, int line, Span place, Label label, boolean last) {
    String text = file.line(line);
    int from = Math.max(0, place.start() - file.lineStart(line));
    int to = Math.min(text.length(), place.end() - file.lineStart(line));
    if (place.start() < file.lineStart(line)) {
      from = indentation(text);
    }
    from = Math.min(from, text.length());
    return new Piece(line, from, Math.max(from, to), label.primary(), last ? label.text() : "");
  }

  private static int indentation(String text) {
    int i = 0;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** Whether there is anything to draw below the line. */
  boolean visible() {
    return primary || to > from || !text.isEmpty();
  }
}
