package io.schedulec.check;

import io.schedulec.check.chain.ChainFigures;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people call the concatenation whose result a layer reads. */
final class ConcatNames {
  private ConcatNames() {}

  /** The nearest concatenation before a layer, e.g. {@code Concat features.3}. */
  static String before(ModelGraph graph, Parameter reader) {
    Map<Value, Node> producers = new HashMap<>();
    Optional<Node> layer = Optional.empty();
    for (Node node : graph.nodes()) {
      node.outputs().forEach(v -> v.ifPresent(value -> producers.put(value, node)));
      for (Optional<Value> input : node.inputs()) {
        boolean uses = input.flatMap(Value::parameter).filter(reader::equals).isPresent();
        layer = uses && layer.isEmpty() ? Optional.of(node) : layer;
      }
    }
    Optional<Node> node = layer;
    while (node.isPresent() && !node.get().opType().equals("Concat")) {
      Optional<Value> data = node.get().input(0);
      node = data.isPresent() ? Optional.ofNullable(producers.get(data.get())) : Optional.empty();
    }
    if (node.isEmpty()) {
      return "Concat";
    }
    String place = ChainFigures.place(node.get().scope());
    return "Concat " + (place.isEmpty() ? node.get().name() : place);
  }
}
