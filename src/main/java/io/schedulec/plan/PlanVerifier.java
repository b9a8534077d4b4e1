package io.schedulec.plan;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Structure;
import io.schedulec.source.Span;
import java.util.Map;

/**
 * Finds out whether a plan is right for a model. It counts for itself and trusts nothing that the
 * plan says, so that a mistake of whoever made the plan does not pass.
 */
public final class PlanVerifier {
  private final ParsedPlan parsed;
  private final ModelGraph graph;
  private final ChannelSpaces spaces;
  private final Problems problems = new Problems();

  private PlanVerifier(ParsedPlan parsed, ModelGraph graph, ChannelSpaces spaces) {
    this.parsed = parsed;
    this.graph = graph;
    this.spaces = spaces;
  }

  /**
   * The verdict on a plan.
   *
   * @param graph the model
   * @param spaces its groups
   */
  public static Verdict verify(ParsedPlan plan, ModelGraph graph, ChannelSpaces spaces) {
    return new PlanVerifier(plan, graph, spaces).verdict();
  }

  private Verdict verdict() {
    Header header = parsed.plan().header();
    boolean sameModel = header.structure().equals(Structure.digest(graph));
    Map<String, CoupledGroup> groups = check();
    if (!sameModel) {
      return otherModel();
    }
    checkCounts(header);
    return problems.none()
        ? new Verdict.Verified(new VerifiedPlan(parsed.plan(), graph, groups))
        : new Verdict.Broken(problems.inOrder());
  }

  /** What is carried out in thought makes sense only where each step does by itself. */
  private Map<String, CoupledGroup> check() {
    ModelTensors tensors = new ModelTensors(graph);
    Map<String, CoupledGroup> groups = new GroupVerifier(parsed, spaces, tensors, problems).check();
    new StepVerifier(parsed, groups, tensors, problems).check();
    if (problems.none()) {
      new Rehearsal(parsed, groups, tensors, problems).run();
    }
    return groups;
  }

  private void checkCounts(Header header) {
    Places.Heading at = parsed.places().header();
    count("operators", header.nodes(), graph.nodes().size(), at.operators());
    count("parameters", header.parameters(), graph.parameters().size(), at.parameters());
  }

  private void count(String what, int said, int real, Span at) {
    if (said != real) {
      String message = "`" + graph.name() + "` has " + real + " " + what + ", not " + said;
      problems.broken(at, message, "the model has " + real);
    }
  }

  private Verdict otherModel() {
    if (problems.differences().isEmpty()) {
      checkCounts(parsed.plan().header());
      return problems.inOrder().stream()
          .filter(p -> parsed.places().header().contains(p.primary().span()))
          .findFirst()
          .map(PlanVerifier::otherModel)
          .orElseGet(
              () ->
                  new Verdict.OtherModel(
                      "operators, wiring, names or shapes of `"
                          + graph.name()
                          + "` differ where this plan does nothing",
                      parsed.places().header().structure()));
    }
    return otherModel(problems.differences().get(0));
  }

  private static Verdict otherModel(Diagnostic difference) {
    return new Verdict.OtherModel(difference.message(), difference.primary().span());
  }
}
