package io.schedulec.lower;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.Layer;
import io.schedulec.graph.shape.LayerTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The parameters of a model as pruners see them. */
final class Tensors {
  private final ModelFacts facts;
  private final List<Layer> layers;
  private final Map<String, Layer> byName = new HashMap<>();
  private final Map<String, Parameter> trainable = new LinkedHashMap<>();

  Tensors(ModelFacts facts) {
    this.facts = facts;
    this.layers = LayerTable.of(facts.graph(), facts.shapes());
    layers.forEach(layer -> byName.put(layer.weight().name(), layer));
    Set<String> statistics = runningStatistics();
    for (Parameter parameter : facts.graph().parameters()) {
      if (parameter.type().floating() && !statistics.contains(parameter.name())) {
        trainable.putIfAbsent(parameter.name(), parameter);
      }
    }
  }

  /** The weights of convolutions and linear layers, in the order of the graph. */
  List<Layer> layers() {
    return layers;
  }

  /** What training changes: every parameter but the running statistics, in the model's order. */
  List<Parameter> trainable() {
    return List.copyOf(trainable.values());
  }

  /** The parameter that a schedule means by a name. */
  Optional<Parameter> find(String name) {
    return facts.names().find(name);
  }

  /** The axis of the stored tensor that produces or consumes channels; empty if there is none. */
  OptionalInt axis(Parameter parameter, Role role) {
    Set<Integer> axes = new HashSet<>();
    for (CoupledGroup group : facts.spaces().groupsOf(parameter.name(), role)) {
      for (Member member : group.members()) {
        if (member.role() == role && member.parameter().name().equals(parameter.name())) {
          axes.add(member.axis());
        }
      }
    }
    if (axes.isEmpty()) {
      return byLayer(parameter, role);
    }
    return axes.size() == 1 ? OptionalInt.of(axes.iterator().next()) : OptionalInt.empty();
  }

  /** What the type of its layer says of a parameter that is in no group. */
  private OptionalInt byLayer(Parameter parameter, Role role) {
    Layer layer = byName.get(parameter.name());
    if (layer == null) {
      return OptionalInt.empty();
    }
    boolean exchanged =
        layer.node().opType().equals("ConvTranspose")
            || parameter.stored() == Parameter.Stored.TRANSPOSED;
    return OptionalInt.of((role == Role.FILTERS) != exchanged ? 0 : 1);
  }

  private Set<String> runningStatistics() {
    Set<String> names = new HashSet<>();
    for (Node node : facts.graph().nodes()) {
      if (node.standard() && node.opType().equals("BatchNormalization")) {
        for (Optional<Value> input : statistics(node)) {
          input.flatMap(Value::parameter).ifPresent(p -> names.add(p.name()));
        }
      }
    }
    return names;
  }

  private static List<Optional<Value>> statistics(Node node) {
    List<Optional<Value>> inputs = new ArrayList<>();
    inputs.add(node.input(3));
    inputs.add(node.input(4));
    return inputs;
  }
}
