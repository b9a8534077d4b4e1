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

  /** The plan of a text that compiles against a bundled model. */
  static Plan plan(String model, String yaml) {
    return plan(text("schedule.yaml", yaml, Checked.bundled(model), LoweringOptions.DEFAULT));
  }

  /** The plan of a schedule that compiles. */
  static Plan plan(Compilation compilation) {
    return compilation
        .result()
        .orElseThrow(() -> new AssertionError(compilation.diagnostics()))
        .plan()
        .plan();
  }

  /** The steps of a plan as text, without its header, groups and comments. */
  static String steps(Plan plan) {
    String text = PlanPrinter.print(plan, io.schedulec.plan.Comments.NONE);
    int start = text.indexOf("\nepoch");
    return start < 0 ? "" : text.substring(start + 1);
  }

  /** The counts of a plan for the model of its schedule. */
  static Statistics statistics(Compilation compilation) {
    return Statistics.of(plan(compilation), compilation.analysis().bound().orElseThrow().facts());
  }
}
