package io.schedulec.analysis;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.lower.Lowered;
import io.schedulec.lower.Lowering;
import io.schedulec.lower.LoweringOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a schedule that was to be compiled. Immutable.
 *
 * @param analysis what the checks say of it
 * @param lowered its plan; empty where there are errors
 * @param diagnostics every finding: those of the checks in source order, then, where none of them
 *     is an error, what no plan can say
 */
public record Compilation(
    Analysis analysis, Optional<Lowered> lowered, List<Diagnostic> diagnostics) {

  /** Copies the findings. */
  public Compilation {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Compiles a schedule that has been analyzed against a model; without one there is no plan. */
  public static Compilation of(Analysis analysis, LoweringOptions options) {
    List<Diagnostic> found = new ArrayList<>(analysis.diagnostics());
    Optional<BoundSchedule> bound = analysis.bound().filter(b -> b.facts().present());
    if (bound.isEmpty() || hasError(found)) {
      return new Compilation(analysis, Optional.empty(), found);
    }
    Optional<Lowered> lowered = Lowering.lower(bound.get(), options, found::add);
    return new Compilation(analysis, lowered, found);
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
