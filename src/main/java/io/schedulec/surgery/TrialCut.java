package io.schedulec.surgery;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out, without weights, whether channels of a group can be cut one by one. */
public final class TrialCut {
  private TrialCut() {}

  /**
   * Why a channel in the middle of a group cannot be cut out of the model alone, or with as few
   * others as the blocks ask for that have to lose as many; empty where it can.
   */
  public static Optional<String> obstacle(ModelGraph graph, ShapeTable shapes, CoupledGroup group) {
    if (group.size() < 2) {
      return Optional.empty();
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      order.add((group.size() / 2 + i) % group.size());
    }
    List<Integer> channels = Balance.of(group, order, Balance.unit(group));
    if (channels.isEmpty() || channels.size() == group.size()) {
      return Optional.of("no number of channels suits all blocks that have to lose as many");
    }
    try {
      CutPlan.of(graph, shapes, List.of(new Removal(group, channels)));
      return Optional.empty();
    } catch (CannotCutException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
