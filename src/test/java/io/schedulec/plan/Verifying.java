package io.schedulec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.source.SourceFile;

/** Plans from text to verdict. */
public final class Verifying {
  private Verifying() {}

  /** The plan in a text. */
  public static ParsedPlan parsed(String text) {
    PlanParser.Result result = PlanParser.parse(SourceFile.of("test.plan", text));
    assertThat(result.problems()).as(text).isEmpty();
    return result.plan().orElseThrow();
  }

  /** The verdict on a text. */
  public static Verdict verdict(String text, Bundled model) {
    return PlanVerifier.verify(parsed(text), model.graph(), model.spaces());
  }

  /** A plan that a verifier has accepted, after it was printed and read. */
  public static VerifiedPlan verified(Plan plan, Bundled model) {
    Verdict verdict = verdict(PlanPrinter.print(plan, Comments.NONE), model);
    assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    return ((Verdict.Verified) verdict).plan();
  }
}
