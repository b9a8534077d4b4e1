package io.schedulec.inspect;

import io.schedulec.check.chain.ChainFigures;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.source.OneLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the operators and tensors of a model are called in a trace. */
final class NodeWords {
  private static final Set<String> LAYERS = Set.of("Conv", "ConvTranspose", "Gemm", "MatMul");

  private final Map<Value, Node> producers = new HashMap<>();
  private final Map<String, Set<Node>> users = new HashMap<>();

  NodeWords(ModelGraph graph) {
    for (Node node : graph.nodes()) {
      for (Optional<Value> output : node.outputs()) {
        output.ifPresent(value -> producers.put(value, node));
      }
      for (Optional<Value> input : node.inputs()) {
        input
            .flatMap(Value::parameter)
            .ifPresent(p -> users.computeIfAbsent(p.name(), n -> new HashSet<>()).add(node));
      }
    }
  }

  /** The node that computes a tensor, or null. */
  @Nullable Node producer(Value tensor) {
    return producers.get(tensor);
  }

  /** Whether a tensor is the weight of a layer that is this node and no other. */
  boolean own(Node node, Value tensor) {
    Optional<Parameter> parameter = tensor.parameter();
    return parameter.isPresent()
        && users.getOrDefault(parameter.get().name(), Set.of()).equals(Set.of(node))
        && (layer(node).equals(parameter) || within(node, tensor));
  }

  /** Whether a node belongs to the module of a weight, as the addition of its bias may. */
  static boolean within(Node node, Value tensor) {
    Optional<Parameter> parameter = tensor.parameter();
    return parameter.isPresent()
        && parameter.get().name().equals(node.scope() + ".weight")
        && !node.scope().isEmpty();
  }

  /** The parameter whose layer a node is. */
  private static Optional<Parameter> layer(Node node) {
    Optional<Parameter> only = Optional.empty();
    for (Optional<Value> input : node.inputs()) {
      Optional<Parameter> parameter = input.flatMap(Value::parameter);
      if (parameter.isPresent() && parameter.get().shape().rank() > 1) {
        if (only.isPresent()) {
          return Optional.empty();
        }
        only = parameter;
      }
    }
    return LAYERS.contains(node.opType()) ? only : Optional.empty();
  }

  /** A parameter's name, without {@code .weight}. */
  static String name(Parameter parameter) {
    boolean weight = parameter.name().endsWith(".weight");
    return OneLine.of(weight ? parameter.layer() : parameter.name());
  }

  /** A node's name for people: its layer's, or its operator and where it stands. */
  String name(Node node) {
    Optional<Parameter> layer = layer(node);
    boolean alone =
        layer.isPresent() && users.getOrDefault(layer.get().name(), Set.of()).size() == 1;
    if (alone) {
      return name(layer.get());
    }
    String place = ChainFigures.place(node.scope());
    String operator = node.opType().equals("BatchNormalization") ? "BatchNorm" : node.opType();
    return OneLine.of(operator + " " + (place.isEmpty() ? node.name() : place));
  }

  /** A tensor's name for people: its parameter's, or that of the operator that computes it. */
  String name(Value tensor) {
    Node producer = producers.get(tensor);
    if (producer != null) {
      return name(producer);
    }
    if (tensor.parameter().isPresent()) {
      return name(tensor.parameter().get());
    }
    String kind = tensor.kind() == Value.Kind.INPUT ? "input " : "constant ";
    return OneLine.of(kind + tensor.name());
  }
}
