package io.schedulec.graph.onnx;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a graph, made when they are first used. */
final class Values {
  private final RawGraph graph;
  private final Names names;
  private final Map<String, String> sealed;
  private final List<Value> all = new ArrayList<>();
  private final NamingNotes notes = new NamingNotes();

  /**
   * No values yet.
   *
   * @param sealed the function or branch that counts on the size of a value, by the value's name
   */
  Values(RawGraph graph, Names names, Map<String, String> sealed) {
    this.graph = graph;
    this.names = names;
    this.sealed = sealed;
  }

  /** All that have been made, by number. */
  List<Value> all() {
    return all;
  }

  /** How parameters came to their names. */
  NamingNotes notes() {
    return notes;
  }

  /** What the model is given. */
  Value input(Edge edge) {
    return only(edge, Value.Kind.INPUT);
  }

  /** What a node computes. */
  Value computed(Edge edge) {
    return only(edge, Value.Kind.COMPUTED);
  }

  /** What a node uses. */
  Value used(Edge edge, int node, int place) {
    RawTensor tensor = edge.tensor();
    if (tensor == null) {
      return computed(edge);
    }
    RawNode user = graph.nodes().get(node);
    return isParameter(edge, tensor, user, place)
        ? parameter(edge, tensor, user, names.of(node, user, place, edge, tensor))
        : constant(edge, tensor);
  }

  /** What the model computes, which may be what it was given or what it holds. */
  Value output(Edge edge) {
    RawTensor tensor = edge.tensor();
    if (tensor == null || !edge.values().isEmpty()) {
      return computed(edge);
    }
    return constant(edge, tensor);
  }

  private static boolean isParameter(Edge edge, RawTensor tensor, RawNode node, int place) {
    if (tensor.shape().rank() == 0) {
      return false;
    }
    if (!tensor.type().floating()) {
      return Places.quantized(node, place);
    }
    return edge.constant()
        ? Places.constantWeight(node, place, tensor)
        : !Places.structural(node, place);
  }

  private Value only(Edge edge, Value.Kind kind) {
    if (edge.values().isEmpty()) {
      add(edge, kind, null, null);
    }
    return edge.values().get(0);
  }

  private Value constant(Edge edge, RawTensor tensor) {
    for (Value value : edge.values()) {
      if (value.kind() == Value.Kind.CONSTANT) {
        return value;
      }
    }
    return add(edge, Value.Kind.CONSTANT, null, tensor);
  }

  private Value parameter(Edge edge, RawTensor tensor, RawNode user, ParameterName name) {
    for (Value value : edge.values()) {
      Parameter parameter = value.parameter().orElse(null);
      if (parameter != null && parameter.name().equals(name.text())) {
        return value;
      }
    }
    notes.add(name, edge.name(), user.name());
    Parameter parameter =
        new Parameter(
            name.text(),
            tensor.name(),
            tensor.shape(),
            tensor.type(),
            name.stored(),
            name.recovered());
    return add(edge, Value.Kind.PARAMETER, parameter, null);
  }

  /** The function or branch that an edge cannot be changed in; null for others. */
  private @Nullable String enclosure(Edge edge) {
    RawTensor tensor = edge.tensor();
    if (tensor == null) {
      return sealed.get(edge.name());
    }
    return tensor.where() == null ? sealed.get(tensor.name()) : tensor.where();
  }

  private Value add(
      Edge edge, Value.Kind kind, @Nullable Parameter parameter, @Nullable RawTensor tensor) {
    Value value =
        new Value(
            all.size(),
            edge.name(),
            kind,
            edge.type(),
            edge.shape(),
            edge.sizeNames(),
            parameter,
            tensor == null ? null : tensor.data(),
            enclosure(edge));
    all.add(value);
    edge.values().add(value);
    return value;
  }
}
