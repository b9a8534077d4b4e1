package io.schedulec.graph.shape;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model without what its file declares of computed values. */
final class Undeclared {
  private Undeclared() {}

  static ModelGraph of(ModelGraph graph) {
    List<Value> values = new ArrayList<>();
    for (Value value : graph.values()) {
      values.add(value.kind() == Value.Kind.COMPUTED ? bare(value) : value);
    }
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      nodes.add(
          new Node(
              node.index(),
              node.name(),
              node.domain(),
              node.opType(),
              optional(node.inputs(), values),
              optional(node.outputs(), values),
              node.attributes(),
              node.scope()));
    }
    return new ModelGraph(
        graph.name(),
        graph.opsets(),
        nodes,
        values,
        graph.inputs(),
        graph.outputs().stream().map(v -> values.get(v.id())).toList(),
        graph.notes(),
        graph.foldedNormalization());
  }

  private static Value bare(Value value) {
    return new Value(value.id(), value.name(), value.kind(), value.type(), null, null, null);
  }

  private static List<Optional<Value>> optional(List<Optional<Value>> old, List<Value> values) {
    return old.stream().map(v -> v.map(Value::id).map(values::get)).toList();
  }
}
