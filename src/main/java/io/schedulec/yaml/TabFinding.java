package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Says that a line is indented with tabs. */
final class TabFinding {
  private final SourceFile source;

  TabFinding(SourceFile source) {
    this.source = source;
  }

  /** The first tab in the indentation of the line of an offset, or -1. */
  int tab(int offset) {
    int line = source.position(offset).line();
    return tabOfLine(line);
  }

  private int tabOfLine(int line) {
    String text = source.line(line);
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '\t') {
        return source.lineStart(line) + i;
      }
    }
    return -1;
  }

  Diagnostic at(int tab) {
    List<Edit> edits = new ArrayList<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      addEdit(line, edits);
    }
    String lines = edits.size() == 1 ? "" : " on " + edits.size() + " lines";
    return Diagnostic.at(
            DiagnosticKind.YAML_SYNTAX, Span.at(tab, 1), "a tab indents this line" + lines(edits))
        .saying("YAML indents with spaces only")
        .cause(
            "The trainer stops while loading: `ScannerError: found character '\\t' that cannot"
                + " start any token`.")
        .help(Help.unsafe("write two spaces for each tab" + lines, edits))
        .build();
  }

  private static String lines(List<Edit> edits) {
    return edits.size() == 1 ? "" : " and " + (edits.size() - 1) + " more";
  }

  private void addEdit(int line, List<Edit> edits) {
    int tab = tabOfLine(line);
    if (tab < 0) {
      return;
    }
    int end = tab;
    StringBuilder spaces = new StringBuilder();
    while (end < source.text().length() && isBlank(source.text().charAt(end))) {
      spaces.append(source.text().charAt(end) == '\t' ? "  " : " ");
      end++;
    }
    edits.add(new Edit(new Span(tab, end), spaces.toString()));
  }

  private static boolean isBlank(char c) {
    return c == '\t' || c == ' ';
  }
}
