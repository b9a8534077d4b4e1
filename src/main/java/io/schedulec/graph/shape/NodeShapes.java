package io.schedulec.graph.shape;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Node;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One node, what is known of its inputs, and what a rule states of its outputs. */
final class NodeShapes {
  private final Node node;
  private final long opset;
  private final ShapeTable table;
  private final long[] @Nullable [] outputs;

  NodeShapes(Node node, long opset, ShapeTable table) {
    this.node = node;
    this.opset = opset;
    this.table = table;
    this.outputs = new long[node.outputs().size()][];
  }

  String opType() {
    return node.opType();
  }

  Attributes attributes() {
    return node.attributes();
  }

  /** The version of the standard operator set. */
  long opset() {
    return opset;
  }

  /** Arithmetic on sizes. */
  Sizes sizes() {
    return table.sizes();
  }

  int inputCount() {
    return node.inputs().size();
  }

  int outputCount() {
    return outputs.length;
  }

  Optional<Value> input(int place) {
    return node.input(place);
  }

  boolean has(int place) {
    return node.input(place).isPresent();
  }

  /** The sizes of an input, or null where its rank is unknown or the input is left out. */
  long @Nullable [] shape(int place) {
    Optional<Value> value = node.input(place);
    return value.isPresent() ? table.sizes(value.get()) : null;
  }

  /** The whole-number contents of an input, or null where nothing is known of them. */
  @Nullable Integers contents(int place) {
    Optional<Value> value = node.input(place);
    return value.isPresent() ? table.contents(value.get()) : null;
  }

  /** The elements of an input, or null unless every one is known. */
  long @Nullable [] known(int place) {
    Integers elements = contents(place);
    return elements != null && elements.known() ? elements.elements() : null;
  }

  /** The elements of a short constant of real numbers, or null where they cannot be read. */
  double @Nullable [] reals(int place) {
    Optional<Value> value = node.input(place);
    Optional<TensorData> data = value.isPresent() ? value.get().data() : Optional.empty();
    long[] shape = shape(place);
    if (data.isEmpty() || shape == null || Dimension.product(shape, 0, shape.length) > 16) {
      return null;
    }
    try {
      return data.get().type().floating() ? data.get().doubles() : null;
    } catch (UnreadableModelException absent) {
      return null;
    }
  }

  /** A list that older operator sets have as an attribute and newer ones as an input, or null. */
  long @Nullable [] list(String attribute, int place) {
    Optional<long[]> own = attributes().integers(attribute);
    return own.isPresent() ? own.get() : known(place);
  }

  /** An axis attribute, counted from the start. */
  int axis(String attribute, long otherwise, int rank) {
    return normal(attributes().integer(attribute, otherwise), rank);
  }

  /** An axis counted from the start; out of range only where the model is broken. */
  static int normal(long axis, int rank) {
    return (int) (axis < 0 ? axis + rank : axis);
  }

  /** States the shape of an output. */
  void shape(int place, long... sizes) {
    if (place < outputs.length) {
      outputs[place] = sizes;
    }
  }

  /** States that an output has no axes. */
  void scalar(int place) {
    shape(place, new long[0]);
  }

  /** States the contents of an output, and with them its shape. */
  void contents(int place, Integers elements) {
    Optional<Value> value = node.output(place);
    if (value.isPresent() && elements.count() <= Integers.LIMIT) {
      table.put(value.get(), elements);
      shape(place, elements.shape());
    }
  }

  /** Takes back what has been stated. */
  void forget() {
    Arrays.fill(outputs, null);
  }

  long @Nullable [] stated(int place) {
    return outputs[place];
  }
}
