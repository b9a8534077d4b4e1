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

  /** Text that cannot be read. */
  void syntax(Span at, String message, String label, Help... helps) {
    Diagnostic.Builder builder =
        Diagnostic.at(DiagnosticKind.PLAN_SYNTAX, at, message).saying(label);
    List.of(helps).forEach(builder::help);
    add(builder);
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
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(problem -> problem.primary().span()));
    return sorted;
  }
}
