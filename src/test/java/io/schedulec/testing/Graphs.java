package io.schedulec.testing;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts small networks together by hand. */
public final class Graphs {
  private final List<Value> values = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Value> inputs = new ArrayList<>();
  private final List<Value> outputs = new ArrayList<>();
  private long opset = 17;
  private String scope = "";

  /** The version of the standard operator set; 17 where nothing is said. */
  public Graphs opset(long version) {
    opset = version;
    return this;
  }

  /** The module of the nodes to come. */
  public Graphs scope(String module) {
    scope = module;
    return this;
  }

  /** A model input; -1 for an unknown size. */
  public Value input(String name, long... shape) {
    Value value = add(name, Value.Kind.INPUT, DataType.FLOAT32, Shape.of(shape), null, null);
    inputs.add(value);
    return value;
  }

  /** A model input of unknown rank. */
  public Value input(String name) {
    Value value = add(name, Value.Kind.INPUT, DataType.FLOAT32, null, null, null);
    inputs.add(value);
    return value;
  }

  /** A parameter. */
  public Value parameter(String name, long... shape) {
    return parameter(name, Parameter.Stored.SAME, shape);
  }

  /** A parameter that is stored otherwise than the framework has it. */
  public Value parameter(String name, Parameter.Stored stored, long... shape) {
    Shape sizes = Shape.of(shape);
    Parameter parameter = new Parameter(name, name, sizes, DataType.FLOAT32, stored, true);
    return add(name, Value.Kind.PARAMETER, DataType.FLOAT32, sizes, parameter, null);
  }

  /** A parameter whose elements have this type. */
  public Value parameter(String name, DataType type, long... shape) {
    Shape sizes = Shape.of(shape);
    Parameter parameter = new Parameter(name, name, sizes, type, Parameter.Stored.SAME, true);
    return add(name, Value.Kind.PARAMETER, type, sizes, parameter, null);
  }

  /** A vector of whole numbers. */
  public Value ints(long... elements) {
    return integers(new long[] {elements.length}, elements);
  }

  /** A whole number. */
  public Value scalar(long element) {
    return integers(new long[0], element);
  }

  /** A tensor of whole numbers. */
  public Value integers(long[] shape, long... elements) {
    return add(
        "c" + values.size(),
        Value.Kind.CONSTANT,
        DataType.INT64,
        Shape.of(shape),
        null,
        new Elements(elements));
  }

  /** A tensor of real numbers; all elements are {@code element}. */
  public Value reals(double element, long... shape) {
    double[] elements = new double[(int) Shape.of(shape).elements()];
    Arrays.fill(elements, element);
    return reals(shape, elements);
  }

  /** A tensor of real numbers. */
  public Value reals(long[] shape, double... elements) {
    return add(
        "c" + values.size(),
        Value.Kind.CONSTANT,
        DataType.FLOAT32,
        Shape.of(shape),
        null,
        new RealElements(elements));
  }

  /** A node with one output, which is returned. */
  public Value node(String opType, Map<String, Object> attributes, @Nullable Value... operands) {
    return nodes(1, opType, attributes, operands).get(0);
  }

  /** A node with one output and no attributes. */
  public Value node(String opType, @Nullable Value... operands) {
    return node(opType, Map.of(), operands);
  }

  /** A node with several outputs; null stands for an input that is left out. */
  public List<Value> nodes(
      int results, String opType, Map<String, Object> attributes, @Nullable Value... operands) {
    List<Optional<Value>> in = new ArrayList<>();
    for (Value operand : operands) {
      in.add(Optional.ofNullable(operand));
    }
    String name = opType + "_" + nodes.size();
    List<Value> out = new ArrayList<>();
    List<Optional<Value>> optional = new ArrayList<>();
    for (int i = 0; i < results; i++) {
      Value value =
          add(
              name + (i == 0 ? "" : "." + i),
              Value.Kind.COMPUTED,
              DataType.UNKNOWN,
              null,
              null,
              null);
      out.add(value);
      optional.add(Optional.of(value));
    }
    nodes.add(
        new Node(nodes.size(), name, "", opType, in, optional, Attributes.of(attributes), scope));
    return out;
  }

  /** A convolution without bias that keeps the size of its maps; its weight is {@code name}. */
  public Value conv(Value in, String name, long filters, long channels, long kernel) {
    long pad = kernel / 2;
    return node(
        "Conv",
        Map.of("pads", new long[] {pad, pad, pad, pad}),
        in,
        parameter(name, filters, channels, kernel, kernel));
  }

  /** The model, with these outputs. */
  public ModelGraph build(Value... results) {
    outputs.addAll(List.of(results));
    return new ModelGraph(
        "test.onnx", Map.of("", opset), nodes, values, inputs, outputs, List.of(), false);
  }

  private Value add(
      String name,
      Value.Kind kind,
      DataType type,
      @Nullable Shape shape,
      @Nullable Parameter parameter,
      @Nullable TensorData data) {
    Value value = new Value(values.size(), name, kind, type, shape, parameter, data);
    values.add(value);
    return value;
  }

  private static final class Elements implements TensorData {
    private final long[] elements;

    Elements(long[] elements) {
      this.elements = elements.clone();
    }

    @Override
    public DataType type() {
      return DataType.INT64;
    }

    @Override
    public long[] longs() {
      return elements.clone();
    }

    @Override
    public double[] doubles() {
      throw new IllegalStateException("whole numbers");
    }
  }

  private static final class RealElements implements TensorData {
    private final double[] elements;

    RealElements(double[] elements) {
      this.elements = elements.clone();
    }

    @Override
    public DataType type() {
      return DataType.FLOAT32;
    }

    @Override
    public long[] longs() {
      throw new IllegalStateException("real numbers");
    }

    @Override
    public double[] doubles() {
      return elements.clone();
    }
  }
}
