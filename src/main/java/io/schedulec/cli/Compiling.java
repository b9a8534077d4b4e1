package io.schedulec.cli;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Compilation;
import io.schedulec.analysis.CompiledPlan;
import io.schedulec.analysis.ModelFormat;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles a schedule and writes the plan. */
final class Compiling {
  private final CompileRequest request;
  private final Terminal terminal;

  private final SourceFile source;
  private final Models models = new Models();

  private Compiling(CompileRequest request, SourceFile source, Terminal terminal) {
    this.request = request;
    this.source = source;
    this.terminal = terminal;
  }

  /** Carries out a request; findings go to standard error, because the output is the plan. */
  static int run(CompileRequest request, Terminal terminal) throws BadRequest {
    if (request.schedule().isEmpty()) {
      throw new BadRequest("the name of a schedule is empty");
    }
    try {
      SourceFile source = source(request, terminal);
      if (PlanText.is(source.text())) {
        throw new BadRequest(request.schedule() + " is a plan already");
      }
      return new Compiling(request, source, terminal).run();
    } catch (UnusableFileException | UnreadableModelException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
  }

  /**
   * A schedule that was compiled.
   *
   * @param result its plan
   * @param facts the model it is for
   */
  record Compiled(CompiledPlan result, ModelFacts facts) {}

  /** The plan of a schedule; empty where there are errors, which standard error says. */
  static Optional<Compiled> compile(CompileRequest request, SourceFile source, Terminal terminal)
      throws BadRequest {
    return new Compiling(request, source, terminal).compile();
  }

  private int run() throws BadRequest {
    Optional<Compiled> compiled = compile();
    if (compiled.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    write(compiled.get().result(), compiled.get().facts());
    return ExitCode.OK;
  }

  private Optional<Compiled> compile() throws BadRequest {
    Compilation compilation = Compilation.of(analysis(), request.lowering());
    findings(compilation);
    if (compilation.hasErrors()) {
      return Optional.empty();
    }
    Optional<BoundSchedule> bound = compilation.analysis().bound();
    Optional<CompiledPlan> result = compilation.result();
    if (bound.isEmpty() || result.isEmpty()) {
      throw new BadRequest(request.schedule() + " is no schedule, so there is nothing to compile");
    }
    return Optional.of(new Compiled(result.get(), bound.get().facts()));
  }

  private static SourceFile source(CompileRequest request, Terminal terminal) {
    String name = request.schedule();
    return name.equals("-")
        ? Sources.decode("<stdin>", StandardInput.bytes(terminal))
        : Sources.read(name, terminal.resolve(name));
  }

  private Analysis analysis() throws BadRequest {
    String name = request.schedule();
    Path file = terminal.resolve(name.equals("-") ? "stdin.yaml" : name);
    Target target =
        request.target() == CheckRequest.Target.DISTILLER ? Target.DISTILLER : Target.PLAN;
    Optional<Path> model = request.model().map(terminal::resolve);
    model.ifPresent(models::demand);
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
    List<Path> sources = new ArrayList<>();
    if (!request.schedule().equals("-")) {
      sources.add(terminal.resolve(request.schedule()));
    }
    request.model().map(terminal::resolve).ifPresent(sources::add);
    for (Path model : models.files()) {
      sources.add(model);
      sources.addAll(ModelFormat.dataFiles(model));
    }
    Outputs.demandOther("-o", output, sources);
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
