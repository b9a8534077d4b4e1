package io.schedulec.cli;

import io.schedulec.analysis.Contracts;
import io.schedulec.analysis.ModelFormat;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.UnwritableModelException;
import io.schedulec.kernel.KernelException;
import io.schedulec.plan.ParsedPlan;
import io.schedulec.plan.VerifiedPlan;
import io.schedulec.run.FailedVerificationException;
import io.schedulec.run.RunReport;
import io.schedulec.run.RunReportJson;
import io.schedulec.run.RunReportText;
import io.schedulec.run.RunRequest;
import io.schedulec.run.Runner;
import io.schedulec.run.UnrunnableException;
import io.schedulec.source.SourceFile;
import io.schedulec.surgery.CannotCutException;
import io.schedulec.verify.Comparison;
import io.schedulec.verify.NotComparableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a plan, or compiles a schedule and runs its plan. */
final class Running {
  private final RunCommand.Request request;
  private final Terminal terminal;
  private final Path model;
  private final Path output;

  private Running(RunCommand.Request request, Terminal terminal) throws BadRequest {
    this.request = request;
    this.terminal = terminal;
    this.model =
        terminal.resolve(
            request
                .compile()
                .model()
                .orElseThrow(() -> new BadRequest("run needs a model: --model IN.onnx")));
    this.output = terminal.resolve(request.output());
  }

  /** Carries out a request; the report for people is the result. */
  static int run(RunCommand.Request request, Terminal terminal) throws BadRequest {
    try {
      return new Running(request, terminal).run();
    } catch (FailedVerificationException e) {
      terminal.err().println("schedulec: " + e.getMessage() + "; nothing was written");
      return ExitCode.FINDINGS;
    } catch (UnusableFileException
        | UnreadableModelException
        | UnwritableModelException
        | UnrunnableException
        | CannotCutException
        | NotComparableException
        | KernelException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new BadRequest("cannot write " + request.output() + ": " + IoReasons.of(e));
    } catch (NoClassDefFoundError | UnsatisfiedLinkError e) {
      throw new BadRequest(
          "this installation cannot run plans: its folder lib-run is missing or not for this"
              + " machine ("
              + e.getMessage()
              + ")");
    }
  }

  private int run() throws BadRequest, IOException {
    Optional<String> obstacle = request.verify() ? obstacle() : Optional.empty();
    if (obstacle.isPresent()) {
      throw new BadRequest("--verify is not possible: " + obstacle.get());
    }
    demandOnnx();
    demandPlaces();
    Optional<RunRequest> ready = ready();
    if (ready.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    ProgressLine progress = new ProgressLine(terminal);
    try {
      return report(Runner.run(ready.get(), progress::show));
    } finally {
      progress.clear();
    }
  }

  private static Optional<String> obstacle() {
    try {
      return Comparison.obstacle();
    } catch (LinkageError e) {
      return Optional.of("ONNX Runtime is not here: the folder lib-verify is missing");
    }
  }

  /** Only ONNX files can be written. */
  private void demandOnnx() throws BadRequest {
    if (ModelFormat.of(model) == ModelFormat.PT2) {
      throw new BadRequest(
          model.getFileName()
              + " is an archive of torch.export, which can be checked and compiled for but not run"
              + " on: export the model with torch.onnx.export and run the plan on that");
    }
  }

  /** Nothing that is read is written over, and the report does not fail after all the work. */
  private void demandPlaces() throws BadRequest {
    List<Path> others = new ArrayList<>();
    if (!request.input().equals("-")) {
      others.add(terminal.resolve(request.input()));
    }
    others.add(model);
    others.addAll(ModelFormat.dataFiles(model));
    Outputs.demandOther("-o", output, others);
    if (request.report().isPresent()) {
      Path report = terminal.resolve(request.report().get());
      others.add(output);
      Outputs.demandOther("--report", report, others);
      Outputs.demandWritable(report);
    }
  }

  private int report(RunReport report) throws BadRequest {
    report.notes().forEach(note -> terminal.err().println("note: " + note));
    if (request.report().isPresent()) {
      writeReport(terminal.resolve(request.report().get()), RunReportJson.of(report));
    }
    terminal.out().print(RunReportText.of(report));
    return ExitCode.OK;
  }

  private void writeReport(Path file, String text) throws BadRequest {
    try {
      AtomicFiles.write(file, text);
    } catch (BadRequest e) {
      throw new BadRequest(e.getMessage() + "; " + request.output() + " is written");
    }
  }

  private Optional<RunRequest> ready() throws BadRequest {
    SourceFile source = source();
    if (PlanText.is(source.text())) {
      if (!request.forSchedules().isEmpty()) {
        throw new BadRequest(
            "--"
                + request.forSchedules().get(0)
                + " is for schedules, a plan has all that settled");
      }
      if (!request.forSchedules().isEmpty()) {
        throw new BadRequest(
            "--"
                + request.forSchedules().get(0)
                + " is for schedules, a plan has all that settled");
      }
      String file = request.input().equals("-") ? "stdin.plan" : request.input();
      ModelFacts facts = new Models().load(model, Contracts.nearest(terminal.resolve(file)));
      ParsedPlan plan = PlanText.parsed(source, terminal);
      Runner.refuseSecond(model, facts, plan.plan(), name());
      return Optional.of(request(PlanText.verified(plan, facts, terminal), facts));
    }
    Optional<Compiling.Compiled> compiled = Compiling.compile(request.compile(), source, terminal);
    compiled.ifPresent(
        c -> Runner.refuseSecond(model, c.facts(), c.result().plan().plan(), name()));
    return compiled.map(c -> request(c.result().plan(), c.facts()));
  }

  private String name() {
    return Path.of(request.input()).getFileName().toString();
  }

  private SourceFile source() throws BadRequest {
    return request.input().equals("-")
        ? Sources.decode("<stdin>", StandardInput.bytes(terminal))
        : Sources.read(request.input(), terminal.resolve(request.input()));
  }

  private RunRequest request(VerifiedPlan plan, ModelFacts facts) {
    return new RunRequest(
        plan, name(), model, facts, output, request.until(), request.seed(), request.verify());
  }
}
