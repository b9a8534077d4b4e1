package io.schedulec.equivalence;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which parameters several nodes use, as a layer that is called twice does. */
final class Uses {
  private final FixedTensors fixed;
  private final Map<String, Integer> users = new HashMap<>();

  private Uses(FixedTensors fixed) {
    this.fixed = fixed;
  }

  /** The uses of all parameters of a model. */
  static Uses of(ModelGraph graph, FixedTensors fixed) {
    Uses uses = new Uses(fixed);
    for (Node node : graph.nodes()) {
      boolean computes =
          node.output(0).isEmpty() || fixed.parameter(node.output(0).get()).isEmpty();
      if (computes) {
        uses.names(node).forEach(name -> uses.users.merge(name, 1, Integer::sum));
      }
    }
    return uses;
  }

  /** Whether a layer's bias can be changed without changing that of another call of it. */
  boolean once(Node node) {
    return names(node).stream().allMatch(name -> users.getOrDefault(name, 0) == 1);
  }

  /** What people call a node: the layer its weights belong to, else its own name. */
  String name(Node node) {
    for (Optional<Value> input : node.inputs()) {
      Optional<Parameter> parameter = input.flatMap(fixed::parameter);
      if (parameter.isPresent()) {
        return parameter.get().layer();
      }
    }
    return node.name();
  }

  private Set<String> names(Node node) {
    Set<String> names = new HashSet<>();
    for (Optional<Value> input : node.inputs()) {
      input.flatMap(fixed::parameter).ifPresent(p -> names.add(p.name()));
    }
    return names;
  }
}
