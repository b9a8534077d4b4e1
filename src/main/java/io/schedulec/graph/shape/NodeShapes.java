package io.schedulec.graph.shape;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Node;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One node, what is known of its inputs, and what a rule states of its outputs. */
final class NodeShapes {
  /** Vectors that sizes are in are no longer. */
  private static final int LONGEST_OF_SYMBOLS = 16;

  /** Longer sequences are not followed. */
  static final int LONGEST_SEQUENCE = 64;

  private final Node node;
  private final long opset;
  private final ShapeTable table;
  private final long[] @Nullable [] outputs;
  private @Nullable Integers contents;

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

  /** The shapes of what is in a sequence, or null where they are not known. */
  @Nullable List<long[]> sequence(int place) {
    Optional<Value> value = node.input(place);
    return value.isPresent() ? table.sequence(value.get()) : null;
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
    if (data.isEmpty() || shape == null || Dimension.count(shape) > 16) {
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

  /** An axis counted from the start; -1 where there is none, which breaks off a rule. */
  static int normal(long axis, int rank) {
    long place = axis < 0 ? axis + rank : axis;
    return place < 0 || place > rank ? -1 : (int) place;
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

  /** Whether the elements of a tensor of this shape are known to be few enough to be followed. */
  boolean fits(long[] shape) {
    return table.fits(Dimension.count(shape));
  }

  /** States the contents of the first output, and with them its shape. */
  void contents(Integers elements) {
    if (outputs.length > 0 && table.fits(elements.count())) {
      contents = elements.count() <= LONGEST_OF_SYMBOLS ? elements.named(sizes()) : elements;
      shape(0, elements.shape());
    }
  }

  /** States the shapes of what is in the sequence that the first output is. */
  void sequence(List<long[]> members) {
    Optional<Value> value = node.output(0);
    if (value.isPresent() && members.size() <= LONGEST_SEQUENCE) {
      table.put(value.get(), members);
    }
  }

  /** Takes back what has been stated. */
  void forget() {
    Arrays.fill(outputs, null);
    contents = null;
  }

  long @Nullable [] stated(int place) {
    return outputs[place];
  }

  @Nullable Integers statedContents(int place) {
    return place == 0 ? contents : null;
  }
}
