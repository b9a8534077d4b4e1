package io.schedulec.plan;

import io.schedulec.channel.*;
import io.schedulec.graph.*;
import java.util.*;

/** Temporary. */
public final class PlanVerifier {
  private PlanVerifier() {}

  /** Temporary. */
  public static VerifiedPlan temporary(Plan plan, ModelGraph graph, ChannelSpaces spaces) {
    Map<String, CoupledGroup> groups = new LinkedHashMap<>();
    for (Group g : plan.groups()) {
      for (CoupledGroup c :
          spaces.byParameter().getOrDefault(g.members().get(0).tensor(), List.of())) {
        if (c.members().get(0).parameter().name().equals(g.members().get(0).tensor())
            && c.members().size() == g.members().size()
            && c.size() == g.size()) groups.put(g.name(), c);
      }
    }
    return new VerifiedPlan(plan, graph, groups);
  }
}
