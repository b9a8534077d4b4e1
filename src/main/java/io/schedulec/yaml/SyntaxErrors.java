package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Says in plain words where a text stops being YAML. */
final class SyntaxErrors {
  private final SourceFile source;
  private final CodePoints offsets;

  SyntaxErrors(SourceFile source, CodePoints offsets) {
    this.source = source;
    this.offsets = offsets;
  }

  /** The one finding for a text that the parser refused. */
  Diagnostic describe(YAMLException error) {
    if (error instanceof MarkedYAMLException marked) {
      return marked(marked);
    }
    return finding(Span.at(0, 0), "the file cannot be read as YAML").build();
  }

  private Diagnostic marked(MarkedYAMLException error) {
    int at = offset(error.getProblemMark(), 0);
    int context = offset(error.getContextMark(), at);
    int tab = new TabFinding(source).tab(at);
    if (tab >= 0) {
      return new TabFinding(source).at(tab);
    }
    String problem = error.getProblem() == null ? "" : error.getProblem();
    String during = error.getContext() == null ? "" : error.getContext();
    SyntaxSentence sentence = SyntaxSentence.of(problem, during, new Place(source, at, context));
    Diagnostic.Builder finding =
        finding(sentence.span(), sentence.message())
            .saying(sentence.label())
            .cause("The trainer stops while loading, with an error of its YAML scanner or parser.");
    sentence.other().ifPresent(label -> finding.label(label.span(), label.text()));
    sentence.help().ifPresent(finding::help);
    return finding.build();
  }

  private int offset(@Nullable Mark mark, int otherwise) {
    return mark == null ? otherwise : offsets.offset(mark.getIndex());
  }

  /** The finding for a text with a character that YAML forbids. */
  Diagnostic unprintable() {
    String text = source.text();
    int at = 0;
    while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    int point = at < text.length() ? text.codePointAt(at) : 0;
    Span span =
        Span.at(Math.min(at, text.length()), at < text.length() ? Character.charCount(point) : 0);
    String code = Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT);
    return finding(
            span,
            "the file holds a character that YAML forbids, U+"
                + "0".repeat(Math.max(0, 4 - code.length()))
                + code)
        .saying("not a printable character")
        .cause("The trainer stops while loading: `ReaderError: unacceptable character`.")
        .build();
  }

  private static Diagnostic.Builder finding(Span span, String message) {
    return Diagnostic.at(DiagnosticKind.YAML_SYNTAX, span, message);
  }
}
