package io.schedulec.plan;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a plan. */
final class Problems {
  /** A file that is no plan at all is told so often enough. */
  private static final int MOST = 50;

  private final List<Diagnostic> found = new ArrayList<>();
  private final List<Diagnostic> differences = new ArrayList<>();

  /** Text that cannot be read. */
  void syntax(Span at, String message, String label, Help... helps) {
    Diagnostic.Builder builder =
        Diagnostic.at(DiagnosticKind.PLAN_SYNTAX, at, message).saying(label);
    List.of(helps).forEach(builder::help);
    add(builder);
  }

  /** A plan that contradicts itself. */
  void broken(Span at, String message, String label) {
    add(Diagnostic.at(DiagnosticKind.PLAN_BROKEN, at, message).saying(label));
  }

  /** A plan that contradicts the model. */
  void differs(Span at, String message, String label) {
    Diagnostic.Builder problem =
        Diagnostic.at(DiagnosticKind.PLAN_BROKEN, at, message).saying(label);
    add(problem);
    differences.add(problem.build());
  }

  void add(Diagnostic.Builder problem) {
    if (found.size() < MOST) {
      found.add(problem.build());
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  /** What was found, in the order of the text. */
  List<Diagnostic> inOrder() {
    return sorted(found);
  }

  /** What shows that a plan is for another model, in the order of the text. */
  List<Diagnostic> differences() {
    return sorted(differences);
  }

  private static List<Diagnostic> sorted(List<Diagnostic> problems) {
    List<Diagnostic> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparing(problem -> problem.primary().span()));
    return sorted;
  }
}
