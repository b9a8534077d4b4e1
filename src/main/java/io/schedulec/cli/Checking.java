package io.schedulec.cli;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Baseline;
import io.schedulec.analysis.KnownFindings;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Schedules;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.render.FileResult;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks schedules and reports what was found. */
final class Checking {
  private final CheckRequest request;
  private final Terminal terminal;
  private final Analyzer analyzer;
  private final List<FileResult> results = new ArrayList<>();
  private final Optional<Fixing> fixing;
  private boolean refused;

  private Checking(CheckRequest request, Terminal terminal, Models models, KnownFindings known) {
    this.request = request;
    this.terminal = terminal;
    Target target =
        request.target() == CheckRequest.Target.DISTILLER ? Target.DISTILLER : Target.PLAN;
    Optional<Path> model = request.model().map(terminal::resolve);
    this.analyzer = new Analyzer(models, model, target, request.epochs()).with(known);
    this.fixing =
        request.fixes() ? Optional.of(new Fixing(request, terminal, analyzer)) : Optional.empty();
  }

  /** Carries out a request; what cannot be read is said on standard error, the rest is checked. */
  static int run(CheckRequest request, Terminal terminal) throws BadRequest {
    if (request.inputs().isEmpty()) {
      throw new BadRequest("check needs a schedule, a folder, or - for standard input");
    }
    if (request.model().filter(String::isEmpty).isPresent()) {
      throw new BadRequest("--model needs the name of a file");
    }
    Models models = new Models();
    try {
      request.model().map(terminal::resolve).ifPresent(models::demand);
    } catch (UnreadableModelException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
    return new Checking(request, terminal, models, known(request, terminal)).run();
  }

  private static KnownFindings known(CheckRequest request, Terminal terminal) throws BadRequest {
    if (request.newBaseline().isPresent()) {
      return KnownFindings.NONE;
    }
    if (request.baseline().isEmpty()) {
      return KnownFindings.CONFIGURED;
    }
    String name = request.baseline().get();
    try {
      return KnownFindings.of(Baseline.read(name, terminal.resolve(name)));
    } catch (UnusableFileException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
  }

  private int run() throws BadRequest {
    List<Input> inputs = Inputs.of(request, terminal);
    // Fixes are written one after another, as they are asked for.
    int threads = request.fixes() ? 1 : request.jobs();
    List<Outcome> outcomes = Crew.run(inputs, threads, this::outcome, terminal);
    for (Outcome outcome : outcomes) {
      if (!outcome.refusal().isEmpty()) {
        terminal.err().println("schedulec: " + outcome.refusal());
        refused = true;
      }
      outcome.result().ifPresent(results::add);
    }
    if (request.newBaseline().isPresent()) {
      NewBaseline.write(terminal, request.newBaseline().get(), outcomes);
      return refused ? ExitCode.REFUSED : ExitCode.OK;
    }
    new Reports(request, reportTerminal()).write(results);
    outcomes.forEach(this::gone);
    if (fixing.isPresent()) {
      fixing.get().sumUp();
    }
    if (refused) {
      return ExitCode.REFUSED;
    }
    return failed() ? ExitCode.FINDINGS : ExitCode.OK;
  }

  /** Says what a baseline lists in vain. */
  private void gone(Outcome outcome) {
    List<String> gone = outcome.hidden().gone();
    if (!gone.isEmpty() && outcome.result().isPresent()) {
      String findings = gone.size() == 1 ? "finding" : "findings";
      terminal
          .err()
          .println(
              "schedulec: "
                  + outcome.result().get().source().path()
                  + " no longer has "
                  + Reports.count(gone.size(), "known finding")
                  + ": "
                  + gone.get(0)
                  + (gone.size() > 1 ? ", …" : "")
                  + "; --write-baseline takes the "
                  + findings
                  + " out of the baseline");
    }
  }

  /** Where standard output is a patch or a schedule, reports for it go to standard error. */
  private Terminal reportTerminal() {
    return request.outputIsText() ? terminal.withStreams(terminal.err(), terminal.err()) : terminal;
  }

  private Outcome outcome(Input input) {
    if (!input.refusal().isEmpty()) {
      return Outcome.refused(input.refusal());
    }
    try {
      return check(input);
    } catch (UnusableFileException | UnreadableModelException e) {
      return Outcome.refused(String.valueOf(e.getMessage()));
    }
  }

  private Outcome check(Input input) {
    boolean standardInput = input.origin() == Input.Origin.STANDARD_INPUT;
    byte[] bytes =
        standardInput ? StandardInput.bytes(terminal) : Sources.bytes(input.name(), input.file());
    boolean found = input.origin() == Input.Origin.FOUND;
    if (found || !request.onlySchedules() || Schedules.isSchedule(input.file(), bytes)) {
      return check(input, Sources.decode(input.name(), bytes));
    }
    if (standardInput && request.fix() && !request.diff()) {
      terminal.out().write(bytes, 0, bytes.length);
    }
    return Outcome.NONE;
  }

  private Outcome check(Input input, SourceFile source) {
    Analysis analysis = analyzer.analyze(source, input.file());
    String refusal = "";
    if (fixing.isPresent()) {
      try {
        analysis = fixed(fixing.get(), analysis, input);
      } catch (BadRequest e) {
        refusal = String.valueOf(e.getMessage());
      }
    }
    FileResult result = result(analysis);
    List<String> entries = new ArrayList<>();
    if (request.newBaseline().isPresent()) {
      for (Diagnostic diagnostic : result.diagnostics()) {
        entries.addAll(Baseline.entries(analysis, diagnostic));
      }
    }
    return new Outcome(Optional.of(result), input.file(), entries, analysis.hidden(), refusal);
  }

  private FileResult result(Analysis analysis) {
    List<Diagnostic> shown = new ArrayList<>();
    for (Diagnostic diagnostic : analysis.diagnostics()) {
      if (request.kinds().contains(diagnostic.kind())) {
        shown.add(diagnostic);
      }
    }
    SourceFile source = analysis.source();
    // Of many files most have nothing to show, and then their text need not be kept.
    SourceFile kept = shown.isEmpty() ? SourceFile.of(source.path(), "") : source;
    return new FileResult(
        kept,
        analysis.model().orElse(null),
        shown,
        analysis.hidden().allowed(),
        analysis.hidden().known());
  }

  /** What is wrong with the fixed schedule. */
  private static Analysis fixed(Fixing fixes, Analysis analysis, Input input) throws BadRequest {
    return input.origin() == Input.Origin.STANDARD_INPUT
        ? fixes.fixInput(analysis, input.file())
        : fixes.fix(analysis, input.file());
  }

  private boolean failed() {
    for (FileResult result : results) {
      for (Diagnostic diagnostic : result.diagnostics()) {
        if (request.failOn().reachedBy(diagnostic.severity())) {
          return true;
        }
      }
    }
    return false;
  }
}
