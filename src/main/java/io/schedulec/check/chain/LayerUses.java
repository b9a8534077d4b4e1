package io.schedulec.check.chain;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which nodes use each parameter and each value of a graph. */
public final class LayerUses {
  /** What stands between a parameter and its layer in some exports. */
  private static final Set<String> PASSING = Set.of("Identity", "Cast", "Transpose");

  private final Map<Value, List<Node>> readers = new HashMap<>();
  private final Map<String, Set<Node>> users = new HashMap<>();
  private final Map<Value, Node> producers = new HashMap<>();

  /** The uses in a graph. */
  public LayerUses(ModelGraph graph) {
    for (Node node : graph.nodes()) {
      node.outputs().forEach(output -> output.ifPresent(v -> producers.put(v, node)));
      for (Optional<Value> input : node.inputs()) {
        input.ifPresent(v -> readers.computeIfAbsent(v, k -> new ArrayList<>()).add(node));
      }
    }
    for (Value value : graph.values()) {
      value.parameter().ifPresent(p -> use(value, users(p.name())));
    }
  }

  private Set<Node> users(String parameter) {
    return users.computeIfAbsent(parameter, n -> new LinkedHashSet<>());
  }

  private void use(Value value, Set<Node> out) {
    for (Node node : readers(value)) {
      if (PASSING.contains(node.opType())) {
        node.output(0).ifPresent(v -> use(v, out));
      } else {
        out.add(node);
      }
    }
  }

  /** The layers that a parameter belongs to. */
  public Set<Node> of(String parameter) {
    return users.getOrDefault(parameter, Set.of());
  }

  /** The nodes that are given a value. */
  List<Node> readers(Value value) {
    return readers.getOrDefault(value, List.of());
  }

  /** The node that computes a value. */
  Optional<Node> producer(Value value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The nodes that are given what a node computes. */
  List<Node> after(Node node) {
    List<Node> after = new ArrayList<>();
    node.outputs().forEach(output -> output.ifPresent(v -> after.addAll(readers(v))));
    return after;
  }
}
