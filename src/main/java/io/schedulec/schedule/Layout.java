package io.schedulec.schedule;

import io.schedulec.diagnostic.Edit;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.Optional;

/** How the author lays out the file, so that edits look like their surroundings. */
final class Layout {
  private final SourceFile source;

  Layout(SourceFile source) {
    this.source = source;
  }

  /** The text of a place. */
  String text(Span span) {
    return source.text(span);
  }

  /** The line break of the file. */
  String newline() {
    return source.text().indexOf("\r\n") >= 0 ? "\r\n" : "\n";
  }

  /** As many blanks as stand, or would stand, before an offset in its line. */
  String indent(int offset) {
    return " ".repeat(source.position(offset).column() - 1);
  }

  /** Whether an entry has its lines for itself. */
  boolean ownLines(Span span) {
    int from = source.position(span.start()).line();
    int to = source.position(span.end()).line();
    String before = source.text().substring(source.lineStart(from), span.start());
    String after = source.text().substring(span.end(), source.lineSpan(to).end()).strip();
    return before.isBlank() && (after.isEmpty() || after.startsWith("#"));
  }

  /** Cuts out an entry with its lines, if it has them for itself. */
  Optional<Edit> removal(Span span) {
    if (!ownLines(span)) {
      return Optional.empty();
    }
    int from = source.position(span.start()).line();
    int to = source.position(span.end()).line();
    int end = to < source.lineCount() ? source.lineStart(to + 1) : source.lineSpan(to).end();
    return Optional.of(new Edit(new Span(source.lineStart(from), end), ""));
  }

  /** Starts the line of an entry in the column of another place. */
  Edit realign(Span entry, int column) {
    int lineStart = source.lineStart(source.position(entry.start()).line());
    return new Edit(new Span(lineStart, entry.start()), indent(column));
  }

  /** Adds a line below the last line of an entry, in the column of another place. */
  Edit lineAfter(Span entry, int column, String text) {
    int end = source.lineSpan(source.position(entry.end()).line()).end();
    return new Edit(Span.at(end, 0), newline() + indent(column) + text);
  }

  /** The first line of a place. */
  Span firstLine(Span span) {
    int end = source.lineSpan(source.position(span.start()).line()).end();
    return new Span(span.start(), Math.max(span.start(), Math.min(span.end(), end)));
  }
}
