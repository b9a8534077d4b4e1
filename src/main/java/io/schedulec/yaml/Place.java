package io.schedulec.yaml;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;

/**
 * Where the parser gave up, and where the construct starts that it was reading.
 *
 * @param source the text
 * @param at the offset of the problem
 * @param context the offset of the start of the construct; that of the problem if unknown
 */
record Place(SourceFile source, int at, int context) {

  /** The word or the sign at an offset; empty at the end of a line. */
  Span word(int offset) {
    String text = source.text();
    int end = offset;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return new Span(Math.min(offset, text.length()), Math.min(end, text.length()));
  }

  /** The spaces and tabs around an offset. */
  Span blanks(int offset) {
    String text = source.text();
    int start = offset;
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    return new Span(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** The rest of the line from an offset, trailing blanks left out. */
  Span rest(int offset) {
    int end = source.lineSpan(line(offset)).end();
    while (end > offset && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    return new Span(Math.min(offset, end), end);
  }

  /** From the first word of a line to an offset in it, at least one character. */
  Span lineUpTo(int offset) {
    int start = source.lineStart(line(offset));
    while (start < offset && Character.isWhitespace(source.text().charAt(start))) {
      start++;
    }
    return new Span(start, Math.min(Math.max(offset, start + 1), source.text().length()));
  }

  /** The number of the last line above an offset that holds more than a comment; 0 if none does. */
  int contentLineAbove(int offset) {
    for (int line = line(offset) - 1; line > 0; line--) {
      String text = source.line(line).strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        return line;
      }
    }
    return 0;
  }

  /** A line without the blanks around it. */
  Span content(int line) {
    int start = source.lineStart(line);
    while (Character.isWhitespace(source.text().charAt(start))) {
      start++;
    }
    return rest(start);
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    return source.position(offset).line();
  }

  /** Whether nothing follows but blanks. */
  boolean atEnd() {
    return source.text().substring(Math.min(at, source.text().length())).isBlank();
  }

  private static boolean isBreak(char c) {
    return Character.isWhitespace(c) || ",[]{}".indexOf(c) >= 0;
  }
}
