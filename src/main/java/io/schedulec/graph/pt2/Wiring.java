package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nodes and values of a graph, as far as it is made. */
final class Wiring {
  private final List<Value> values = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Set<Value> zeros = new HashSet<>();
  private final Map<Value, Shape> shapes = new HashMap<>();

  /** All values, by number. */
  List<Value> values() {
    return values;
  }

  /** All nodes, by number. */
  List<Node> nodes() {
    return nodes;
  }

  /** A value that the model is given or a node computes. */
  Value value(String name, Value.Kind kind, DataType type, @Nullable Shape shape) {
    return add(new Value(values.size(), name, kind, type, shape, null, null));
  }

  /** A parameter. */
  Value parameter(Parameter parameter) {
    return add(
        new Value(
            values.size(),
            parameter.onnxName(),
            Value.Kind.PARAMETER,
            parameter.type(),
            parameter.shape(),
            parameter,
            null));
  }

  /** A constant; without data, one of unknown elements. */
  Value constant(String name, DataType type, Shape shape, @Nullable TensorData data) {
    return add(new Value(values.size(), name, Value.Kind.CONSTANT, type, shape, null, data));
  }

  private Value add(Value value) {
    values.add(value);
    value.shape().ifPresent(shape -> shapes.put(value, shape));
    return value;
  }

  /** A node. */
  void node(
      String name,
      String domain,
      String opType,
      List<Optional<Value>> inputs,
      List<Optional<Value>> outputs,
      Attributes attributes,
      String scope) {
    nodes.add(new Node(nodes.size(), name, domain, opType, inputs, outputs, attributes, scope));
  }

  /** Notes a shape that follows from how a value was made. */
  void known(Value value, Shape shape) {
    shapes.put(value, shape);
  }

  /** The shape of a value, as declared or noted; null where nothing is known. */
  @Nullable Shape shape(Value value) {
    return shapes.get(value);
  }

  /** Notes that all elements of a value are zero. */
  void zero(Value value) {
    zeros.add(value);
  }

  /** Whether all elements of a value are known to be zero. */
  boolean isZero(Value value) {
    return zeros.contains(value);
  }

  /** How much there is, to come back to. */
  int[] mark() {
    return new int[] {values.size(), nodes.size()};
  }

  /** Takes back everything since a mark. */
  void backTo(int[] mark) {
    values.subList(mark[0], values.size()).forEach(shapes::remove);
    values.subList(mark[0], values.size()).clear();
    nodes.subList(mark[1], nodes.size()).clear();
  }
}
