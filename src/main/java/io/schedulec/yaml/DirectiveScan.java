package io.schedulec.yaml;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;

/** Finds the comment lines that speak to this program. */
final class DirectiveScan {
  private static final String MARK = "schedulec:";

  private DirectiveScan() {}

  /** The settings of all comment lines outside the given places of multi-line texts. */
  static List<Directive> scan(SourceFile source, List<Span> texts) {
    List<Directive> found = new ArrayList<>();
    String text = source.text();
    int at = text.indexOf(MARK);
    while (at >= 0) {
      if (isComment(source, at) && !inside(texts, at)) {
        directives(source, at + MARK.length(), found);
      }
      at = text.indexOf(MARK, at + 1);
    }
    return found;
  }

  private static boolean isComment(SourceFile source, int at) {
    int line = source.position(at).line();
    String before = source.text().substring(source.lineStart(line), at).strip();
    return before.equals("#") || before.equals("\uFEFF#");
  }

  private static boolean inside(List<Span> texts, int at) {
    for (Span span : texts) {
      if (span.start() <= at && at < span.end()) {
        return true;
      }
    }
    return false;
  }

  private static void directives(SourceFile source, int from, List<Directive> found) {
    int end = source.lineSpan(source.position(from).line()).end();
    int start = skip(source.text(), from, end, true);
    while (start < end) {
      int stop = skip(source.text(), start, end, false);
      found.add(directive(source, start, valueEnd(source, start, stop, end)));
      start = skip(source.text(), valueEnd(source, start, stop, end), end, true);
    }
  }

  /** A path may hold spaces, so the value of {@code model} runs to the end of its line. */
  private static int valueEnd(SourceFile source, int start, int stop, int end) {
    if (!source.text().startsWith("model=", start)) {
      return stop;
    }
    int last = end;
    while (last > start && Character.isWhitespace(source.text().charAt(last - 1))) {
      last--;
    }
    return last;
  }

  private static int skip(String text, int from, int end, boolean blanks) {
    int at = from;
    while (at < end && Character.isWhitespace(text.charAt(at)) == blanks) {
      at++;
    }
    return at;
  }

  private static Directive directive(SourceFile source, int start, int end) {
    Span span = new Span(start, end);
    String text = source.text(span);
    int equals = text.indexOf('=');
    int split = equals < 0 ? end : start + equals;
    Span key = new Span(start, split);
    Span value = new Span(Math.min(split + 1, end), end);
    return new Directive(
        span, new Spanned<>(source.text(key), key), new Spanned<>(source.text(value), value));
  }
}
