package io.schedulec.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.WeightSource;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes channels from a network, by the names of parameters that have them. */
final class Removal {
  private final ModelGraph graph;
  private final ShapeTable shapes;
  private final ChannelSpaces spaces;
  private final Map<CoupledGroup, List<Integer>> removed = new LinkedHashMap<>();

  Removal(ModelGraph graph) {
    this.graph = graph;
    this.shapes = ShapeInference.of(graph);
    this.spaces = ChannelAnalysis.of(graph, shapes);
  }

  /** Removes channel 0 of the group that an axis of a parameter belongs to. */
  Removal first(String parameter, int axis) {
    removed.put(group(parameter, axis), List.of(0));
    return this;
  }

  /** The emission of one group, where several are removed. */
  Emission of(String parameter, int axis, WeightSource weights) {
    Map<CoupledGroup, Emission> all = Emissions.of(graph, shapes, removed, weights);
    return Optional.ofNullable(all.get(group(parameter, axis))).orElseThrow();
  }

  /** The one emission where one group is removed. */
  Emission in(WeightSource weights) {
    Map<CoupledGroup, Emission> all = Emissions.of(graph, shapes, removed, weights);
    assertThat(all.keySet()).isEqualTo(removed.keySet()).hasSize(1);
    return all.values().iterator().next();
  }

  private CoupledGroup group(String parameter, int axis) {
    for (CoupledGroup group : spaces.byParameter().getOrDefault(parameter, List.of())) {
      for (Member member : group.members()) {
        if (member.parameter().name().equals(parameter) && member.axis() == axis) {
          return group;
        }
      }
    }
    throw new AssertionError("no group has axis " + axis + " of " + parameter);
  }
}
