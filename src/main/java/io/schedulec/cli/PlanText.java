package io.schedulec.cli;

import io.schedulec.bind.ModelFacts;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.render.TextRenderer;
import io.schedulec.plan.ParsedPlan;
import io.schedulec.plan.PlanParser;
import io.schedulec.plan.PlanVerifier;
import io.schedulec.plan.Verdict;
import io.schedulec.plan.VerifiedPlan;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.util.List;

/** Plans that come as text. */
final class PlanText {
  private PlanText() {}

  /** Whether a text is meant to be a plan: its first word, comments aside, is {@code plan}. */
  static boolean is(String text) {
    for (String line : text.lines().toList()) {
      String stripped = line.replace("\uFEFF", "").strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        return stripped.equals("plan") || stripped.startsWith("plan ");
      }
    }
    return false;
  }

  /**
   * The plan in a text.
   *
   * @throws BadRequest if it is none; standard error says why
   */
  static ParsedPlan parsed(SourceFile source, Terminal terminal) throws BadRequest {
    PlanParser.Result read = PlanParser.parse(source);
    return read.plan().orElseThrow(() -> refused(source, read.problems(), terminal));
  }

  /**
   * A plan that is right for a model.
   *
   * @throws BadRequest if it contradicts itself, which standard error shows, or was made for
   *     another model
   */
  static VerifiedPlan verified(ParsedPlan plan, ModelFacts facts, Terminal terminal)
      throws BadRequest {
    Verdict verdict = PlanVerifier.verify(plan, facts.graph(), facts.spaces());
    if (verdict instanceof Verdict.Verified verified) {
      return verified.plan();
    }
    SourceFile source = plan.source();
    if (verdict instanceof Verdict.OtherModel other) {
      Position at = source.position(other.at().start());
      throw new BadRequest(
          source.path()
              + ":"
              + at.line()
              + ":"
              + at.column()
              + ": the plan was made for another model: "
              + other.difference());
    }
    throw refused(source, ((Verdict.Broken) verdict).problems(), terminal);
  }

  private static BadRequest refused(
      SourceFile source, List<Diagnostic> problems, Terminal terminal) {
    TextRenderer renderer = new TextRenderer(Reports.options(terminal));
    problems.forEach(p -> terminal.err().print(renderer.render(source, p) + "\n"));
    return new BadRequest(source.path() + " cannot be run as a plan");
  }
}
