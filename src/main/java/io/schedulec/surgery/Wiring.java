package io.schedulec.surgery;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A model with what reads each of its values. */
final class Wiring {
  private final ModelGraph graph;
  private final ShapeTable shapes;
  private final ElementTrace trace;
  private final Map<Value, List<Node>> readers = new HashMap<>();
  private final Map<Value, Node> producers = new HashMap<>();
  private final Set<Value> outputs;

  Wiring(ModelGraph graph, ShapeTable shapes) {
    this.graph = graph;
    this.shapes = shapes;
    this.trace = new ElementTrace(graph.nodes(), shapes);
    this.outputs = new HashSet<>(graph.outputs());
    for (Node node : graph.nodes()) {
      node.outputs().forEach(output -> output.ifPresent(value -> producers.put(value, node)));
      node.inputs()
          .forEach(
              input ->
                  input.ifPresent(
                      value ->
                          readers.computeIfAbsent(value, any -> new ArrayList<>(2)).add(node)));
    }
  }

  /** The model. */
  ModelGraph graph() {
    return graph;
  }

  /** The shapes of its values. */
  ShapeTable shapes() {
    return shapes;
  }

  /** Where the elements of shapes come from. */
  ElementTrace trace() {
    return trace;
  }

  /** The node that computes a value. */
  Optional<Node> producer(Value value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The nodes that take a value. */
  List<Node> readers(Value value) {
    return readers.getOrDefault(value, List.of());
  }

  /** Whether the model as a whole computes a value. */
  boolean output(Value value) {
    return outputs.contains(value);
  }
}
