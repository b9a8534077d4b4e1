package io.schedulec.cli;

import io.schedulec.analysis.BaselineText;
import io.schedulec.diagnostic.render.FileResult;
import java.nio.file.Path;
import java.util.List;

/** Writes what was found into a baseline. */
final class NewBaseline {
  private NewBaseline() {}

  static void write(Terminal terminal, String name, List<Outcome> outcomes) throws BadRequest {
    Path file = terminal.resolve(name);
    BaselineText text = new BaselineText(file);
    int findings = 0;
    int files = 0;
    for (Outcome outcome : outcomes) {
      if (outcome.result().isPresent()) {
        FileResult result = outcome.result().get();
        text.add(outcome.file(), outcome.entries());
        findings += result.diagnostics().size();
        files += result.diagnostics().isEmpty() ? 0 : 1;
      }
    }
    AtomicFiles.write(file, text.text());
    terminal
        .err()
        .println(
            name
                + " lists "
                + Reports.count(findings, "finding")
                + " of "
                + Reports.count(files, "schedule"));
  }
}
