package io.schedulec.analysis;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.ModelFacts;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.lower.Lowered;
import io.schedulec.lower.Lowering;
import io.schedulec.lower.LoweringOptions;
import io.schedulec.plan.ParsedPlan;
import io.schedulec.plan.PlanParser;
import io.schedulec.plan.PlanPrinter;
import io.schedulec.plan.PlanVerifier;
import io.schedulec.plan.Verdict;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of a schedule that was to be compiled. Immutable.
 *
 * @param analysis what the checks say of it
 * @param result its plan; empty where there are errors, or no model is known
 * @param diagnostics every finding: those of the checks in source order, then, where none of them
 *     is an error, what no plan can say
 */
public record Compilation(
    Analysis analysis, Optional<CompiledPlan> result, List<Diagnostic> diagnostics) {

  /** Copies the findings. */
  public Compilation {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Compiles a schedule that has been analyzed, and verifies the text that comes out.
   *
   * @throws IllegalStateException if the verifier rejects it, which is a bug of the compiler
   */
  public static Compilation of(Analysis analysis, LoweringOptions options) {
    Optional<BoundSchedule> bound = analysis.bound().filter(b -> b.facts().present());
    if (hasError(analysis.found()) && !hasError(analysis.diagnostics())) {
      // What a project accepts is still no plan.
      return new Compilation(analysis, Optional.empty(), analysis.found());
    }
    if (bound.isEmpty() || hasError(analysis.diagnostics())) {
      return new Compilation(analysis, Optional.empty(), analysis.diagnostics());
    }
    List<Diagnostic> refused = new ArrayList<>();
    Optional<Lowered> lowered = Lowering.lower(bound.get(), options, refused::add);
    refused.sort(Comparator.comparing(d -> d.primary().span()));
    List<Diagnostic> found = new ArrayList<>(analysis.diagnostics());
    found.addAll(refused);
    return new Compilation(
        analysis, lowered.map(plan -> verified(plan, bound.get().facts())), found);
  }

  private static CompiledPlan verified(Lowered lowered, ModelFacts facts) {
    String text = PlanPrinter.print(lowered.plan(), lowered.comments());
    PlanParser.Result read = PlanParser.parse(SourceFile.of("plan", text));
    ParsedPlan parsed = read.plan().orElseThrow(() -> rejected(read.problems()));
    Verdict verdict = PlanVerifier.verify(parsed, facts.graph(), facts.spaces());
    if (verdict instanceof Verdict.Verified verified) {
      return new CompiledPlan(text, verified.plan());
    }
    throw verdict instanceof Verdict.Broken broken
        ? rejected(broken.problems())
        : new IllegalStateException("the verifier takes the plan for another model's: " + verdict);
  }

  private static IllegalStateException rejected(List<Diagnostic> problems) {
    return new IllegalStateException("the verifier rejects the plan: " + problems.get(0).message());
  }

  /** Whether some finding is an error. */
  public boolean hasErrors() {
    return hasError(diagnostics);
  }

  private static boolean hasError(List<Diagnostic> findings) {
    for (Diagnostic finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }
}
