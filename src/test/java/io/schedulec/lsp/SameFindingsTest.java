package io.schedulec.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Models;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.junit.jupiter.api.Test;

/** An editor is told what the command line prints. */
final class SameFindingsTest {
  private static final Map<Severity, Integer> SEVERITIES =
      Map.of(Severity.ERROR, 1, Severity.WARNING, 2, Severity.INFO, 3);

  private final Analyzer analyzer =
      new Analyzer(new Models(), Optional.empty(), Target.PLAN, OptionalInt.empty());

  @Test
  void ofEveryBundledSchedule() throws IOException {
    List<Path> files = LspServerTest.schedules();
    assertThat(files).hasSizeGreaterThan(50);
    try (Editor editor = Editor.started()) {
      for (int i = 0; i < files.size(); i++) {
        String text = Files.readString(files.get(i));
        editor.open(files.get(i).toUri().toString(), i, text);
        PublishDiagnosticsParams published = editor.nextFindings();

        assertThat(published.getVersion()).isEqualTo(i);
        assertThat(lines(published))
            .as(files.get(i).toString())
            .isEqualTo(lines(files.get(i), text));
      }
    }
  }

  private static List<String> lines(PublishDiagnosticsParams published) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic each : published.getDiagnostics()) {
      var start = each.getRange().getStart();
      var end = each.getRange().getEnd();
      lines.add(
          (start.getLine() + 1)
              + ":"
              + (start.getCharacter() + 1)
              + "-"
              + (end.getLine() + 1)
              + ":"
              + (end.getCharacter() + 1)
              + " "
              + each.getSeverity().getValue()
              + " "
              + each.getCode().getLeft()
              + " "
              + each.getMessage().getLeft());
    }
    return lines;
  }

  private List<String> lines(Path file, String text) {
    Analysis analysis = analyzer.analyze(SourceFile.of(file.toString(), text), file);
    List<String> lines = new ArrayList<>();
    for (var each : analysis.diagnostics()) {
      Position start = analysis.source().position(each.primary().span().start());
      Position end = analysis.source().position(each.primary().span().end());
      lines.add(
          start.line()
              + ":"
              + start.column()
              + "-"
              + end.line()
              + ":"
              + end.column()
              + " "
              + SEVERITIES.get(each.severity())
              + " "
              + each.kind().code()
              + " "
              + each.message()
              + (each.cause().isEmpty() ? "" : "\n" + each.cause()));
    }
    return lines;
  }
}
