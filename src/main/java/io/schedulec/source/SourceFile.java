package io.schedulec.source;

import java.util.Arrays;

/**
 * A text with a name, and the only code that knows where its lines are.
 *
 * <p>A line ends after {@code \n}, {@code \r\n} or a lone {@code \r}, as in YAML.
 */
public final class SourceFile {
  private final String path;
  private final String text;
  private final int[] lineStarts;

  private SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** A source with the given name, as shown to people, and text. */
  public static SourceFile of(String path, String text) {
    return new SourceFile(path, text);
  }

  /** The name of the source, as it was given. */
  public String path() {
    return path;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The text under a span. */
  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The line and column of an offset; an offset past the end counts as the end. */
  public Position position(int offset) {
    int at = Math.min(offset, text.length());
    int found = Arrays.binarySearch(lineStarts, at);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, at - lineStarts[line] + 1);
  }

  /** The number of lines; a text that ends in a line break has one empty line more. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The offset of the first code unit of a line, counted from 1. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** The text of a line, counted from 1, without its line break. */
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The span of a line, counted from 1, without its line break. */
  public Span lineSpan(int line) {
    return Span.at(lineStart(line), line(line).length());
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crlf)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
