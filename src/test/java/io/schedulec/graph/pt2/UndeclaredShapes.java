package io.schedulec.graph.pt2;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the shapes that an archive declares with those that follow from the operators. */
final class UndeclaredShapes {
  private UndeclaredShapes() {}

  /**
   * A sentence for each shape that differs; shapes of which nothing follows do not.
   *
   * @param graph a graph with declared shapes
   */
  static List<String> differences(ModelGraph graph) {
    ModelGraph undeclared = undeclared(graph);
    ShapeTable table = ShapeInference.of(undeclared);
    List<String> differences = new ArrayList<>();
    for (Value value : graph.values()) {
      Optional<Shape> inferred = table.shape(undeclared.values().get(value.id()));
      if (value.shape().isPresent()
          && inferred.isPresent()
          && inferred.get().fullyKnown()
          && value.shape().get().fullyKnown()
          && !inferred.equals(value.shape())) {
        differences.add(value + " is " + value.shape().get() + ", not " + inferred.get());
      }
    }
    return differences;
  }

  private static ModelGraph undeclared(ModelGraph graph) {
    List<Value> values = graph.values().stream().map(UndeclaredShapes::undeclared).toList();
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      nodes.add(
          new Node(
              node.index(),
              node.name(),
              node.domain(),
              node.opType(),
              same(node.inputs(), values),
              same(node.outputs(), values),
              node.attributes(),
              node.scope()));
    }
    return new ModelGraph(
        graph.name(), graph.opsets(), nodes, values, List.of(), List.of(), List.of(), false);
  }

  private static List<Optional<Value>> same(List<Optional<Value>> old, List<Value> values) {
    return old.stream().map(value -> value.map(v -> values.get(v.id()))).toList();
  }

  private static Value undeclared(Value value) {
    return value.kind() != Value.Kind.COMPUTED
        ? value
        : new Value(value.id(), value.name(), value.kind(), value.type(), null, null, null);
  }
}
