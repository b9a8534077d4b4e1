package io.schedulec.surgery;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.ShapeTable;
import java.util.List;
import java.util.Optional;

/** Finds out, without weights, whether channels of a group can be cut one by one. */
public final class TrialCut {
  private TrialCut() {}

  /**
   * Why a channel in the middle of a group cannot be cut out of the model alone; empty where it
   * can.
   */
  public static Optional<String> obstacle(ModelGraph graph, ShapeTable shapes, CoupledGroup group) {
    if (group.size() < 2) {
      return Optional.empty();
    }
    try {
      CutPlan.of(graph, shapes, List.of(new Removal(group, List.of(group.size() / 2))));
      return Optional.empty();
    } catch (CannotCutException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
