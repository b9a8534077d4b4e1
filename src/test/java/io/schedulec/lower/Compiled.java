package io.schedulec.lower;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Checked;
import io.schedulec.analysis.Compilation;
import io.schedulec.bind.Target;
import io.schedulec.plan.Plan;
import io.schedulec.plan.PlanPrinter;
import java.nio.file.Path;
import java.util.Optional;

/** Compiles schedules as the command line does. */
public final class Compiled {
  private Compiled() {}

  /** What becomes of a text. */
  public static Compilation text(String name, String yaml, Path model, LoweringOptions options) {
    Analysis analysis = Checked.analysis(name, yaml, Optional.of(model), Target.PLAN);
    return Compilation.of(analysis, options);
  }

  /** The plan of a text that compiles. */
  static Lowered lowered(String name, String yaml, Path model, LoweringOptions options) {
    Compilation compilation = text(name, yaml, model, options);
    return compilation
        .lowered()
        .orElseThrow(() -> new AssertionError(name + ": " + compilation.diagnostics()));
  }

  /** The plan of a text against a bundled model. */
  static Plan plan(String model, String yaml) {
    return lowered("schedule.yaml", yaml, Checked.bundled(model), LoweringOptions.DEFAULT).plan();
  }

  /** The steps of a plan as text, without its header, groups and comments. */
  static String steps(Plan plan) {
    String text = PlanPrinter.print(plan, io.schedulec.plan.Comments.NONE);
    int start = text.indexOf("\nepoch");
    return start < 0 ? "" : text.substring(start + 1);
  }

  /** The counts of a plan for the model of its schedule. */
  static Statistics statistics(Compilation compilation) {
    Lowered lowered = compilation.lowered().orElseThrow();
    return Statistics.of(lowered.plan(), compilation.analysis().bound().orElseThrow().facts());
  }
}
