package io.schedulec.cli;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Schedules;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.render.FileResult;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.source.SourceFile;
import java.io.IOException;
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

  private Checking(CheckRequest request, Terminal terminal, Models models) {
    this.request = request;
    this.terminal = terminal;
    Target target =
        request.target() == CheckRequest.Target.DISTILLER ? Target.DISTILLER : Target.PLAN;
    Optional<Path> model = request.model().map(terminal::resolve);
    this.analyzer = new Analyzer(models, model, target, request.epochs());
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
    return new Checking(request, terminal, models).run();
  }

  private int run() throws BadRequest {
    for (String input : request.inputs()) {
      try {
        input(input);
      } catch (UnusableFileException | UnreadableModelException e) {
        refuse(String.valueOf(e.getMessage()));
      }
    }
    new Reports(request, reportTerminal()).write(results);
    if (fixing.isPresent()) {
      fixing.get().sumUp();
    }
    if (refused) {
      return ExitCode.REFUSED;
    }
    return failed() ? ExitCode.FINDINGS : ExitCode.OK;
  }

  /** Where standard output is a patch or a schedule, reports for it go to standard error. */
  private Terminal reportTerminal() {
    return request.outputIsText() ? terminal.withStreams(terminal.err(), terminal.err()) : terminal;
  }

  private void refuse(String sentence) {
    terminal.err().println("schedulec: " + sentence);
    refused = true;
  }

  private void input(String input) {
    if (input.equals("-")) {
      String name = request.stdinFilename().orElse("<stdin>");
      Path file = terminal.resolve(request.stdinFilename().orElse("stdin.yaml"));
      check(name, standardInput(), file, true);
      return;
    }
    if (input.isEmpty()) {
      throw new UnusableFileException("the name of a schedule is empty");
    }
    Path path = terminal.resolve(input);
    if (!Schedules.isFolder(path)) {
      check(input, Sources.bytes(input, path), path, false);
      return;
    }
    List<Path> found = Schedules.below(path);
    if (found.isEmpty() && !request.onlySchedules()) {
      throw new UnusableFileException("no schedule in folder " + input);
    }
    for (Path file : found) {
      String name = Path.of(input).resolve(path.relativize(file)).toString();
      try {
        check(Sources.read(name, file), file, false);
      } catch (UnusableFileException | UnreadableModelException e) {
        refuse(String.valueOf(e.getMessage()));
      }
    }
  }

  private byte[] standardInput() {
    try {
      return terminal.in().readAllBytes();
    } catch (IOException e) {
      throw new UnusableFileException("standard input cannot be read: " + e.getMessage());
    }
  }

  private void check(String name, byte[] bytes, Path file, boolean standardInput) {
    if (!request.onlySchedules() || Schedules.isSchedule(file, bytes)) {
      check(Sources.decode(name, bytes), file, standardInput);
    } else if (standardInput && request.fix() && !request.diff()) {
      terminal.out().write(bytes, 0, bytes.length);
    }
  }

  private void check(SourceFile source, Path file, boolean standardInput) {
    Analysis analysis = analyzer.analyze(source, file);
    if (fixing.isPresent()) {
      analysis = fixed(fixing.get(), analysis, file, standardInput);
    }
    List<Diagnostic> shown = new ArrayList<>();
    for (Diagnostic diagnostic : analysis.diagnostics()) {
      if (request.kinds().contains(diagnostic.kind())) {
        shown.add(diagnostic);
      }
    }
    results.add(new FileResult(source, analysis.model().orElse(null), shown));
  }

  /** What is wrong with the fixed schedule, or with the one that could not be written. */
  private Analysis fixed(Fixing fixes, Analysis analysis, Path file, boolean standardInput) {
    try {
      return standardInput ? fixes.fixInput(analysis, file) : fixes.fix(analysis, file);
    } catch (BadRequest e) {
      refuse(String.valueOf(e.getMessage()));
      return analysis;
    }
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
