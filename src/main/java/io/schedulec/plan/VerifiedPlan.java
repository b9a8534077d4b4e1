package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.ModelGraph;
import java.util.Map;

/** A plan that a verifier has found right for a model; the only thing that the kernel takes. */
public final class VerifiedPlan {
  private final Plan plan;
  private final ModelGraph graph;
  private final Map<String, CoupledGroup> groups;

  VerifiedPlan(Plan plan, ModelGraph graph, Map<String, CoupledGroup> groups) {
    this.plan = plan;
    this.graph = graph;
    this.groups = Map.copyOf(groups);
  }

  /** The plan. */
  public Plan plan() {
    return plan;
  }

  /** The model it is for. */
  public ModelGraph graph() {
    return graph;
  }

  /** The model's group behind each group of the plan, by its name in the plan. */
  public Map<String, CoupledGroup> groups() {
    return groups;
  }
}
