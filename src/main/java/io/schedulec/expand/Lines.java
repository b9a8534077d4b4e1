package io.schedulec.expand;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;

/** Where the lines of a file are, and how it breaks them. */
final class Lines {
  private final SourceFile source;
  private final String lineBreak;

  Lines(SourceFile source) {
    this.source = source;
    this.lineBreak = source.text().contains("\r\n") ? "\r\n" : "\n";
  }

  String lineBreak() {
    return lineBreak;
  }

  String text(Span span) {
    return source.text(span);
  }

  /** The number of the line of an offset. */
  int line(int offset) {
    return source.position(offset).line();
  }

  /** How many characters stand before an offset in its line. */
  int indent(int offset) {
    return source.position(offset).column() - 1;
  }

  /** The start of the line of an offset. */
  int start(int offset) {
    return source.lineStart(line(offset));
  }

  /** The end of the line of an offset, before its line break. */
  int end(int offset) {
    return source.lineSpan(line(offset)).end();
  }

  /** The start of the line below, or the end of the file. */
  int below(int offset) {
    int line = line(offset);
    return line == source.lineCount() ? source.text().length() : source.lineStart(line + 1);
  }

  /** The length of the line of an offset. */
  int length(int offset) {
    return source.line(line(offset)).length();
  }
}
