package io.schedulec.cli;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.diagnostic.render.ConciseRenderer;
import io.schedulec.diagnostic.render.FileResult;
import io.schedulec.diagnostic.render.GithubRenderer;
import io.schedulec.diagnostic.render.GitlabRenderer;
import io.schedulec.diagnostic.render.JsonRenderer;
import io.schedulec.diagnostic.render.JunitRenderer;
import io.schedulec.diagnostic.render.NarratedRenderer;
import io.schedulec.diagnostic.render.RenderOptions;
import io.schedulec.diagnostic.render.SarifRenderer;
import io.schedulec.diagnostic.render.TextRenderer;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** Writes findings in every format that was asked for. */
final class Reports {
  private final CheckRequest request;
  private final Terminal terminal;

  Reports(CheckRequest request, Terminal terminal) {
    this.request = request;
    this.terminal = terminal;
  }

  /** Writes every report; where no schedule could be read, there is nothing to sum up. */
  void write(List<FileResult> results) throws BadRequest {
    for (CheckRequest.Output output : request.outputs()) {
      boolean toFile = output.file().isPresent();
      boolean colour = terminal.color() && !toFile;
      String text =
          switch (output.format()) {
            case TEXT -> text(results, colour);
            case CONCISE -> concise(results);
            case NARRATED -> narrated(results);
            case JSON -> JsonRenderer.render(results);
            case SARIF -> SarifRenderer.render(below(results), Version.number());
            case GITHUB -> GithubRenderer.render(below(results));
            case GITLAB -> GitlabRenderer.render(below(results));
            case JUNIT -> JunitRenderer.render(below(results), request.failOn()::reachedBy);
          };
      if (toFile) {
        AtomicFiles.write(terminal.resolve(output.file().get()), text);
      } else if (output.format().isForPrograms()) {
        terminal.printUtf8(text);
      } else {
        terminal.out().print(text);
      }
    }
  }

  private String text(List<FileResult> results, boolean colour) {
    RenderOptions options = new RenderOptions(terminal.width(), terminal.ascii(), colour);
    return text(results, options);
  }

  /** How findings are shown on a terminal. */
  static RenderOptions options(Terminal terminal) {
    return new RenderOptions(terminal.width(), terminal.ascii(), terminal.color());
  }

  /** Findings as text, with a summary; nothing where no file was read. */
  static String text(List<FileResult> results, RenderOptions options) {
    TextRenderer renderer = new TextRenderer(options);
    StringBuilder out = new StringBuilder();
    for (FileResult result : results) {
      for (Diagnostic diagnostic : result.diagnostics()) {
        out.append(renderer.render(result.source(), diagnostic)).append('\n');
      }
    }
    return results.isEmpty() ? "" : out.append(summary(results)).append('\n').toString();
  }

  private String concise(List<FileResult> results) {
    ConciseRenderer renderer = new ConciseRenderer(terminal.ascii());
    StringBuilder out = new StringBuilder();
    for (FileResult result : results) {
      for (Diagnostic diagnostic : result.diagnostics()) {
        out.append(renderer.render(result.source(), diagnostic));
      }
    }
    return out.toString();
  }

  private String narrated(List<FileResult> results) {
    NarratedRenderer renderer = new NarratedRenderer();
    StringBuilder out = new StringBuilder();
    for (FileResult result : results) {
      for (Diagnostic diagnostic : result.diagnostics()) {
        out.append(renderer.render(result.source(), diagnostic)).append('\n');
      }
    }
    return results.isEmpty() ? "" : out.append(summary(results)).append(".\n").toString();
  }

  /** The results under names that those who look after a repository know files by. */
  private List<FileResult> below(List<FileResult> results) {
    List<FileResult> named = new ArrayList<>();
    for (FileResult result : results) {
      String name = RepositoryName.of(result.source().path(), terminal.directory());
      SourceFile source = SourceFile.of(name, result.source().text());
      named.add(
          new FileResult(
              source, result.model(), result.diagnostics(), result.allowed(), result.known()));
    }
    return named;
  }

  private static String summary(List<FileResult> results) {
    EnumMap<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (FileResult result : results) {
      result.diagnostics().forEach(d -> counts.merge(d.severity(), 1, Integer::sum));
    }
    String files = count(results.size(), "schedule") + " checked: ";
    StringBuilder found = new StringBuilder();
    counts.forEach(
        (severity, number) ->
            found.append(found.isEmpty() ? "" : ", ").append(count(number, noun(severity))));
    return files + (found.isEmpty() ? "nothing found" : found) + hidden(results);
  }

  /** How much is not shown, where something is not. */
  private static String hidden(List<FileResult> results) {
    int allowed = 0;
    int known = 0;
    for (FileResult result : results) {
      allowed += result.allowed();
      known += result.known();
    }
    String both = allowed > 0 && known > 0 ? ", " : "";
    String words =
        (allowed > 0 ? allowed + " allowed" : "") + both + (known > 0 ? known + " known" : "");
    return words.isEmpty() ? "" : " (" + words + ")";
  }

  private static String noun(Severity severity) {
    return severity == Severity.INFO ? "remark" : severity.word();
  }

  /** A number of things, in words. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
