package io.schedulec.run;

import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Compilation;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.bind.ModelFacts;
import io.schedulec.bind.Target;
import io.schedulec.lower.LoweringOptions;
import io.schedulec.plan.VerifiedPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Compiles and runs schedules as the command line does. */
final class Runs {
  private Runs() {}

  /** A request to run a schedule on a model. */
  static RunRequest request(Path schedule, Path model, Path output, boolean verify) {
    Analyzer analyzer =
        new Analyzer(new Models(), Optional.of(model), Target.PLAN, OptionalInt.empty());
    Compilation compilation =
        Compilation.of(
            analyzer.analyze(Sources.read(schedule.toString(), schedule), schedule),
            LoweringOptions.DEFAULT);
    VerifiedPlan plan =
        compilation
            .result()
            .orElseThrow(() -> new AssertionError(schedule + ": " + compilation.diagnostics()))
            .plan();
    ModelFacts facts = compilation.analysis().bound().orElseThrow().facts();
    return new RunRequest(
        plan,
        schedule.getFileName().toString(),
        model,
        facts,
        output,
        OptionalInt.empty(),
        0,
        verify);
  }

  /** Runs a schedule on a model. */
  static RunReport run(Path schedule, Path model, Path output, boolean verify) {
    try {
      return Runner.run(request(schedule, model, output, verify), progress -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
