package io.schedulec.cli;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Compilation;
import io.schedulec.analysis.CompiledPlan;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.ModelFacts;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.render.FileResult;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.inspect.StatisticsJson;
import io.schedulec.inspect.StatisticsTable;
import io.schedulec.lower.Statistics;
import io.schedulec.plan.Plan;
import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles a schedule and writes the plan. */
final class Compiling {
  private final CompileRequest request;
  private final Terminal terminal;

  private Compiling(CompileRequest request, Terminal terminal) {
    this.request = request;
    this.terminal = terminal;
  }

  /** Carries out a request; findings go to standard error, because the output is the plan. */
  static int run(CompileRequest request, Terminal terminal) throws BadRequest {
    if (request.schedule().isEmpty()) {
      throw new BadRequest("the name of a schedule is empty");
    }
    try {
      return new Compiling(request, terminal).run();
    } catch (UnusableFileException | UnreadableModelException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
  }

  private int run() throws BadRequest {
    Compilation compilation = Compilation.of(analysis(), request.lowering());
    findings(compilation);
    if (compilation.hasErrors()) {
      return ExitCode.FINDINGS;
    }
    Optional<BoundSchedule> bound = compilation.analysis().bound();
    Optional<CompiledPlan> result = compilation.result();
    if (bound.isEmpty() || result.isEmpty()) {
      throw new BadRequest(request.schedule() + " is no schedule, so there is nothing to compile");
    }
    write(result.get(), bound.get().facts());
    return ExitCode.OK;
  }

  private Analysis analysis() throws BadRequest {
    boolean input = request.schedule().equals("-");
    Path file = terminal.resolve(input ? "stdin.yaml" : request.schedule());
    SourceFile source =
        input ? Sources.decode("<stdin>", standardInput()) : Sources.read(request.schedule(), file);
    Target target =
        request.target() == CheckRequest.Target.DISTILLER ? Target.DISTILLER : Target.PLAN;
    Optional<Path> model = request.model().map(terminal::resolve);
    Models models = new Models();
    model.ifPresent(models::load);
    Analysis analysis = new Analyzer(models, model, target, request.epochs()).analyze(source, file);
    if (analysis.bound().filter(b -> !b.facts().present()).isPresent()) {
      throw new BadRequest(
          "no model is known for "
              + request.schedule()
              + ": give --model FILE, write `# schedulec: model=PATH` into it, or list it in"
              + " schedulec.yaml");
    }
    return analysis;
  }

  private byte[] standardInput() {
    try {
      return terminal.in().readAllBytes();
    } catch (IOException e) {
      throw new UnusableFileException("standard input cannot be read: " + e.getMessage());
    }
  }

  private void findings(Compilation compilation) {
    if (compilation.diagnostics().isEmpty()) {
      return;
    }
    Analysis analysis = compilation.analysis();
    FileResult result =
        new FileResult(analysis.source(), analysis.model().orElse(null), compilation.diagnostics());
    terminal.err().print(Reports.text(List.of(result), Reports.options(terminal)));
  }

  private void write(CompiledPlan result, ModelFacts facts) throws BadRequest {
    if (request.output().isPresent()) {
      keepSources(terminal.resolve(request.output().get()));
      AtomicFiles.write(terminal.resolve(request.output().get()), result.text());
    } else if (request.stats().isEmpty()) {
      terminal.printUtf8(result.text());
    }
    if (request.stats().isPresent()) {
      statistics(request.stats().get(), result.plan().plan(), facts);
    }
  }

  /** A plan in the place of what it is made from would be a loss. */
  private void keepSources(Path output) throws BadRequest {
    List<String> sources = new ArrayList<>(List.of(request.schedule()));
    request.model().ifPresent(sources::add);
    for (String source : sources) {
      try {
        Path file = terminal.resolve(source);
        if (Files.exists(output) && Files.exists(file) && Files.isSameFile(output, file)) {
          throw new BadRequest("-o would overwrite " + source);
        }
      } catch (IOException e) {
        throw new BadRequest("cannot write " + output + ": " + IoReasons.of(e));
      }
    }
  }

  private void statistics(CompileRequest.Stats form, Plan plan, ModelFacts facts) {
    Statistics statistics = Statistics.of(plan, facts);
    switch (form) {
      case JSON -> terminal.printUtf8(StatisticsJson.of(statistics));
      case TABLE ->
          terminal
              .out()
              .print(
                  StatisticsTable.of(
                      plan.header(), statistics, terminal.width(), terminal.ascii()));
    }
  }
}
