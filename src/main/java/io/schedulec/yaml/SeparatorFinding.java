package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;

/** Says that a second document starts. */
final class SeparatorFinding {
  private final SourceFile source;

  SeparatorFinding(SourceFile source) {
    this.source = source;
  }

  Diagnostic at(int offset) {
    boolean dashes = source.text().startsWith("---", offset);
    Span span = Span.at(offset, dashes ? 3 : 0);
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.SEVERAL_DOCUMENTS,
                span,
                "a second YAML document starts in this file")
            .saying("ends the first document; a schedule is one document")
            .cause(
                "The trainer stops while loading: `ComposerError: expected a single document in the"
                    + " stream`.");
    if (dashes) {
      finding.help(
          Help.unsafe(
              "remove the separator, so that the sections form one schedule",
              List.of(new Edit(wholeLine(span), ""))));
    }
    return finding.build();
  }

  /** The separator with its line break, if nothing else stands on the line. */
  private Span wholeLine(Span span) {
    int line = source.position(span.start()).line();
    boolean alone = source.line(line).strip().length() == span.length();
    return alone && line < source.lineCount()
        ? new Span(source.lineStart(line), source.lineStart(line + 1))
        : span;
  }
}
