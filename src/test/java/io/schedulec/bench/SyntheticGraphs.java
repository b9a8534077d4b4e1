package io.schedulec.bench;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Residual networks of any length and width: stages of blocks, each block two convolutions with
 * normalisation and a shortcut that is added.
 */
final class SyntheticGraphs {
  private static final int NODES_OF_A_BLOCK = 7;
  private static final int BLOCKS_OF_A_STAGE = 8;

  private final List<Value> values = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  private SyntheticGraphs() {}

  /** A network of about so many nodes whose layers have so many channels. */
  static ModelGraph of(int nodes, int width) {
    return new SyntheticGraphs().build(nodes, width);
  }

  private ModelGraph build(int count, int width) {
    Value in = value("in", Value.Kind.INPUT, Shape.of(1, 3, 32, 32), null);
    Value at = conv(in, "stem", width, 3);
    for (int block = 0; nodes.size() + NODES_OF_A_BLOCK < count; block++) {
      String name = "layer" + block / BLOCKS_OF_A_STAGE + "." + block % BLOCKS_OF_A_STAGE;
      if (block > 0 && block % BLOCKS_OF_A_STAGE == 0) {
        at = conv(at, name + ".transition", width, width);
      }
      Value inner = relu(norm(conv(at, name + ".conv1", width, width), name + ".bn1", width));
      Value outer = norm(conv(inner, name + ".conv2", width, width), name + ".bn2", width);
      at = relu(node("Add", Map.of(), outer, at));
    }
    Value out = conv(at, "head", 10, width);
    return new ModelGraph(
        "synthetic", Map.of("", 17L), nodes, values, List.of(in), List.of(out), List.of(), false);
  }

  private Value conv(Value in, String name, int filters, int channels) {
    Value weight = parameter(name + ".weight", filters, channels, 3, 3);
    return node("Conv", Map.of("pads", new long[] {1, 1, 1, 1}), in, weight);
  }

  private Value norm(Value in, String name, int width) {
    return node(
        "BatchNormalization",
        Map.of(),
        in,
        parameter(name + ".weight", width),
        parameter(name + ".bias", width),
        parameter(name + ".running_mean", width),
        parameter(name + ".running_var", width));
  }

  private Value relu(Value in) {
    return node("Relu", Map.of(), in);
  }

  private Value node(String operator, Map<String, Object> attributes, Value... operands) {
    List<Optional<Value>> inputs = new ArrayList<>(operands.length);
    for (Value operand : operands) {
      inputs.add(Optional.of(operand));
    }
    String name = operator + "_" + nodes.size();
    Value out = value(name, Value.Kind.COMPUTED, null, null);
    List<Optional<Value>> outputs = List.of(Optional.of(out));
    Attributes given = Attributes.of(attributes);
    nodes.add(new Node(nodes.size(), name, "", operator, inputs, outputs, given, ""));
    return out;
  }

  private Value parameter(String name, long... shape) {
    Shape sizes = Shape.of(shape);
    Parameter parameter =
        new Parameter(name, name, sizes, DataType.FLOAT32, Parameter.Stored.SAME, true);
    return value(name, Value.Kind.PARAMETER, sizes, parameter);
  }

  private Value value(
      String name, Value.Kind kind, @Nullable Shape shape, @Nullable Parameter parameter) {
    Value value = new Value(values.size(), name, kind, DataType.FLOAT32, shape, parameter, null);
    values.add(value);
    return value;
  }
}
