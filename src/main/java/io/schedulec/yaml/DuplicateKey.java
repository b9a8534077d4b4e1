package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;

/** Says that a key is given twice in one map. */
final class DuplicateKey {
  private DuplicateKey() {}

  static Diagnostic finding(SourceFile source, YamlValue.Entry first, YamlValue.Entry second) {
    String key = second.key().text();
    Span at = second.key().span();
    boolean same = source.text(first.span()).equals(source.text(second.span()));
    Diagnostic.Builder finding =
        Diagnostic.at(DiagnosticKind.DUPLICATE_KEY, at, "`" + shown(key) + "` is given twice")
            .saying(same ? "given again, with the same value" : "this one wins")
            .label(first.key().span(), same ? "first given here" : "this one is ignored")
            .cause("The trainer keeps the last of them and says nothing.")
            .data("key", key);
    if (!first.merged()) {
      finding.help(removal(source, first, same));
    }
    return finding.build();
  }

  private static Help removal(SourceFile source, YamlValue.Entry first, boolean same) {
    String text =
        same
            ? "remove the first of the two"
            : "remove the first, which has no effect, or rename one of the two";
    return wholeLines(source, first.span())
        ? Help.unsafe(text, List.of(new Edit(lines(source, first.span()), "")))
        : Help.advice(text);
  }

  /** Whether an entry has its lines for itself, so that they can be cut out. */
  private static boolean wholeLines(SourceFile source, Span span) {
    int from = source.position(span.start()).line();
    int to = source.position(span.end()).line();
    String before = source.text().substring(source.lineStart(from), span.start());
    String after = source.text().substring(span.end(), source.lineSpan(to).end()).strip();
    return before.isBlank() && (after.isEmpty() || after.startsWith("#"));
  }

  private static Span lines(SourceFile source, Span span) {
    int from = source.position(span.start()).line();
    int to = source.position(span.end()).line();
    int end = to < source.lineCount() ? source.lineStart(to + 1) : source.lineSpan(to).end();
    return new Span(source.lineStart(from), end);
  }

  private static String shown(String key) {
    return key.length() <= 60 ? key : key.substring(0, 59) + "…";
  }
}
