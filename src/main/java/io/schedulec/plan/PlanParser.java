package io.schedulec.plan;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Reads the text of plans, in any layout, with or without comments. */
public final class PlanParser {
  private PlanParser() {}

  /**
   * What a text holds.
   *
   * @param plan the plan, if there is no problem
   * @param problems why it is none, in the order of the text; empty if it is one
   */
  public record Result(Optional<ParsedPlan> plan, List<Diagnostic> problems) {
    /** Copies the problems. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** The plan in a text. Never throws for what the text holds. */
  public static Result parse(SourceFile source) {
    Problems problems = new Problems();
    ParsedPlan plan = new PlanReader(source, problems).read();
    List<Diagnostic> found = problems.inOrder();
    return new Result(found.isEmpty() ? Optional.of(plan) : Optional.empty(), found);
  }
}
