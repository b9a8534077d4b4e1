package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.util.List;

/** Writes findings as the commands with which a GitHub workflow annotates a change. */
public final class GithubRenderer {
  private GithubRenderer() {}

  /** One command a finding, each ended by {@code \n}. */
  public static String render(List<FileResult> files) {
    StringBuilder out = new StringBuilder();
    for (FileResult file : files) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        command(file.source(), diagnostic, out);
      }
    }
    return out.toString();
  }

  private static void command(SourceFile source, Diagnostic diagnostic, StringBuilder out) {
    out.append("::").append(word(diagnostic.severity()));
    out.append(" file=").append(property(source.path()));
    place(source, diagnostic, out);
    String title = diagnostic.kind().code() + " " + diagnostic.kind().slug();
    out.append(",title=").append(property(title));
    out.append("::").append(data(diagnostic.message()));
    if (!diagnostic.cause().isEmpty()) {
      out.append(data("\n")).append(data(diagnostic.cause()));
    }
    out.append('\n');
  }

  /** Columns are understood only where a finding stays in its line. */
  private static void place(SourceFile source, Diagnostic diagnostic, StringBuilder out) {
    Position start = source.position(diagnostic.primary().span().start());
    Position end = source.position(diagnostic.primary().span().end());
    out.append(",line=").append(start.line()).append(",endLine=").append(end.line());
    if (start.line() == end.line()) {
      out.append(",col=").append(start.column()).append(",endColumn=").append(end.column());
    }
  }

  private static String word(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.word();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
