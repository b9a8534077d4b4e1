package io.schedulec.plan;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.Span;
import java.util.List;

/** What a verifier says of a plan. */
public sealed interface Verdict {

  /**
   * It is right.
   *
   * @param plan the plan, ready to be run
   */
  record Verified(VerifiedPlan plan) implements Verdict {}

  /**
   * It was made for a model of another structure.
   *
   * @param difference the first difference that the plan shows, a sentence without full stop
   * @param at where the plan shows it
   */
  record OtherModel(String difference, Span at) implements Verdict {}

  /**
   * It contradicts the model or itself.
   *
   * @param problems why, in the order of the text, at least one
   */
  record Broken(List<Diagnostic> problems) implements Verdict {
    /** Copies the problems. */
    public Broken {
      problems = List.copyOf(problems);
    }
  }
}
