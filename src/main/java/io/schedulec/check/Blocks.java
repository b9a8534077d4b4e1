package io.schedulec.check;

import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Copies and removes whole entries of a block mapping or sequence, line by line. */
final class Blocks {
  private Blocks() {}

  /** Whether nothing but the entry stands on the lines of its span. */
  static boolean whole(SourceFile source, Span span) {
    Span lines = lines(source, span);
    String before = source.text().substring(lines.start(), span.start()).strip();
    String after = source.text().substring(span.end(), lines.end()).strip();
    return (before.isEmpty() || before.equals("-")) && (after.isEmpty() || after.startsWith("#"));
  }

  /** Whether the lines of an entry can go: nothing else is on them, and nothing refers to them. */
  static boolean removable(SourceFile source, Span span) {
    return whole(source, span) && !source.text(span).contains("&");
  }

  /** Removes an entry with its lines. */
  static Edit remove(SourceFile source, Span span) {
    return new Edit(lines(source, span), "");
  }

  /** The span of the entry's lines, with the last line break where there is one. */
  private static Span lines(SourceFile source, Span span) {
    int first = source.position(span.start()).line();
    int last = source.position(Math.max(span.start(), span.end() - 1)).line();
    int end = last < source.lineCount() ? source.lineStart(last + 1) : source.text().length();
    return new Span(source.lineStart(first), end);
  }

  /** Writes the entry once more behind itself, with changes made to the copy. */
  static Edit copyBehind(SourceFile source, Span span, List<Edit> changes) {
    Span lines = lines(source, span);
    List<Edit> moved = new ArrayList<>();
    for (Edit change : changes) {
      Span at = change.span();
      int end = Math.min(at.end(), lines.end());
      moved.add(
          new Edit(new Span(at.start() - lines.start(), end - lines.start()), change.newText()));
    }
    moved.sort((a, b) -> a.span().compareTo(b.span()));
    String copy = Edits.apply(source.text(lines), moved);
    boolean broken = source.text(lines).endsWith("\n") || source.text(lines).endsWith("\r");
    String lineBreak = source.text().contains("\r\n") ? "\r\n" : "\n";
    return new Edit(new Span(lines.end(), lines.end()), broken ? copy : lineBreak + copy);
  }
}
