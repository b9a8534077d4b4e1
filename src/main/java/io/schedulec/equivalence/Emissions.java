package io.schedulec.equivalence;

import io.schedulec.channel.ChannelMap;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.WeightSource;
import io.schedulec.graph.shape.ShapeTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what the channels that a thinning removes emitted in the masked model. */
public final class Emissions {
  private Emissions() {}

  /**
   * What the removed channels of each group are at their readers. A class holds for all groups
   * together: a filter of one group that reads a removed channel of another does not count as its
   * reader when it goes too. Groups of which a channel cannot be followed to all readers, because
   * they are frozen, are approximate, and so are those over whose channels something normalises.
   *
   * @param weights the masked model's weights
   * @param removed the channels thinned together, numbered within their group
   * @throws io.schedulec.graph.UnreadableModelException if weights are not where they should be
   */
  public static Map<CoupledGroup, Emission> of(
      ModelGraph graph,
      ShapeTable shapes,
      Map<CoupledGroup, List<Integer>> removed,
      WeightSource weights) {
    RemovedChannels channels = new RemovedChannels(ChannelMap.of(graph, shapes), shapes, removed);
    Flow flow = Flow.of(graph, shapes, channels, new FixedTensors(graph, shapes, weights));
    Map<CoupledGroup, Finding> findings = new LinkedHashMap<>();
    for (CoupledGroup group : removed.keySet()) {
      findings.put(group, start(group));
    }
    Readings.add(graph, flow, findings);
    Map<CoupledGroup, Emission> emissions = new LinkedHashMap<>();
    findings.forEach((group, finding) -> emissions.put(group, finding.emission()));
    return emissions;
  }

  private static Finding start(CoupledGroup group) {
    Finding finding = new Finding();
    if (!group.frozen().isEmpty()) {
      Frozen frozen = group.frozen().get(0);
      String where = frozen.node().isEmpty() ? frozen.tensor() : frozen.node();
      finding.add(Double.NaN, EquivalenceClass.APPROXIMATE, where);
    }
    for (String node : group.normalised()) {
      finding.add(Double.NaN, EquivalenceClass.APPROXIMATE, node);
    }
    return finding;
  }
}
