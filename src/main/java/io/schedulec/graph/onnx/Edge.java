package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tensor name of the file, what stands behind it, and the values it has become. */
final class Edge {
  /** Marks an edge that no node computes. */
  static final int NO_NODE = -1;

  private final String name;
  private final int producer;
  private List<Value> values = new ArrayList<>(1);
  private DataType type;
  private @Nullable Shape shape;
  private final List<String> sizeNames;
  private @Nullable RawTensor tensor;
  private boolean weight;
  private boolean output;
  private boolean constant;

  private Edge(
      String name,
      DataType type,
      @Nullable Shape shape,
      List<String> sizeNames,
      @Nullable RawTensor tensor,
      int producer) {
    this.name = name;
    this.type = type;
    this.shape = shape;
    this.sizeNames = sizeNames;
    this.tensor = tensor;
    this.producer = producer;
  }

  /** A tensor that the file holds under a name, which need not be the tensor's own. */
  static Edge stored(String name, RawTensor tensor) {
    return new Edge(name, tensor.type(), tensor.shape(), List.of(), tensor, NO_NODE);
  }

  /** A tensor that a node writes out. */
  static Edge constant(String name, RawTensor tensor) {
    Edge edge = stored(name, tensor);
    edge.constant = true;
    return edge;
  }

  /** A tensor that the model is given. */
  static Edge input(RawValue declared) {
    return of(declared.name(), NO_NODE, declared);
  }

  /** A tensor that a node computes. */
  static Edge computed(String name, int producer, @Nullable RawValue declared) {
    return declared == null
        ? new Edge(name, DataType.UNKNOWN, null, List.of(), null, producer)
        : of(name, producer, declared);
  }

  private static Edge of(String name, int producer, RawValue declared) {
    return new Edge(name, declared.type(), declared.shape(), declared.sizeNames(), null, producer);
  }

  /** Its name. */
  String name() {
    return name;
  }

  /** Its element type. */
  DataType type() {
    return type;
  }

  /** Its shape, as far as the file tells. */
  @Nullable Shape shape() {
    return shape;
  }

  /** What the file calls its sizes; see {@link Value#sizeNames()}. */
  List<String> sizeNames() {
    return sizeNames;
  }

  /** What the file holds of it; null for what is given or computed. */
  @Nullable RawTensor tensor() {
    return tensor;
  }

  /** The number in the file of the node that computes it. */
  int producer() {
    return producer;
  }

  /** Says that it is a parameter whose sizes are all that is known of it. */
  void hold(RawTensor same) {
    tensor = same;
    type = same.type();
    shape = same.shape();
  }

  /** Says that it is the same as another tensor, which the file holds. */
  void repeat(Edge other, RawTensor same) {
    hold(same);
    constant = other.constant;
    values = other.values;
  }

  /** Says that an operator takes it as one of its weights. */
  void markWeight() {
    weight = true;
  }

  /** Whether an operator takes it as one of its weights. */
  boolean weight() {
    return weight;
  }

  /** Says that it is an output of the model. */
  void markOutput() {
    output = true;
  }

  /** Whether it is an output of the model. */
  boolean output() {
    return output;
  }

  /** Whether a node writes out its elements. */
  boolean constant() {
    return constant;
  }

  /** The values it has become so far: several only for parameters that share their elements. */
  List<Value> values() {
    return values;
  }
}
