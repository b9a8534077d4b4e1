package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.ModelGraph;
import java.util.Map;

/** Plans that tests vouch for. */
public final class VerifiedPlans {
  private VerifiedPlans() {}

  /** A plan that is right for a model. */
  public static VerifiedPlan of(Plan plan, ModelGraph graph, Map<String, CoupledGroup> groups) {
    return new VerifiedPlan(plan, graph, groups);
  }
}
