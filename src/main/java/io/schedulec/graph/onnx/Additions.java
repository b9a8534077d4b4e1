package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a changed file has that the old one had not: vectors of whole numbers, and nodes. */
final class Additions {
  private final UnaryOperator<String> fresh;
  private final Map<NewNode.Numbers, String> vectors = new LinkedHashMap<>();
  private final Map<ModelChanges.Input, String> inputs = new HashMap<>();
  private final Map<NewNode.Fresh, String> values = new HashMap<>();
  private final Set<String> gone = new HashSet<>();

  /**
   * What changes ask for.
   *
   * @param fresh makes a name of a wish that nothing in the file has
   */
  Additions(ModelChanges changes, UnaryOperator<String> fresh) {
    this.fresh = fresh;
    changes.numbers().forEach((input, vector) -> inputs.put(input, stored(vector)));
    for (ModelChanges.Replacement replacement : changes.replacements()) {
      gone.addAll(replacement.gone());
      for (NewNode node : replacement.nodes()) {
        node.inputs().forEach(this::name);
        gone.remove(name(node.output()));
      }
    }
  }

  private String stored(NewNode.Numbers vector) {
    return vectors.computeIfAbsent(vector, any -> fresh.apply(vector.name()));
  }

  private String name(NewNode.Operand operand) {
    if (operand instanceof NewNode.Numbers vector) {
      return stored(vector);
    }
    if (operand instanceof NewNode.Fresh value) {
      return values.computeIfAbsent(value, any -> fresh.apply(value.name()));
    }
    return ((NewNode.Kept) operand).name();
  }

  /** The inputs of nodes that are to take a new vector. */
  Map<ModelChanges.Input, String> inputs() {
    return inputs;
  }

  /** Whether a value is computed no more. */
  boolean gone(String value) {
    return gone.contains(value);
  }

  /** Appends the nodes of a replacement to a graph. */
  void nodes(ModelChanges.Replacement replacement, Pieces graph) {
    for (NewNode node : replacement.nodes()) {
      Pieces out = new Pieces(graph.source());
      node.inputs().forEach(input -> out.text(1, name(input)));
      out.text(2, name(node.output()));
      out.text(3, node.name());
      out.text(4, node.opType());
      node.attributes()
          .forEach(
              (name, value) -> out.message(5, NodeAttributes.message(name, value, graph.source())));
      graph.message(1, out);
    }
  }

  /**
   * Appends the vectors to a graph.
   *
   * @param asInputs whether every stored tensor has to be an input of the model as well
   */
  void writeTo(Pieces graph, boolean asInputs) {
    vectors.forEach(
        (vector, name) -> {
          graph.message(5, tensor(graph.source(), name, vector));
          if (asInputs) {
            graph.message(11, input(graph.source(), name, vector.dims()));
          }
        });
  }

  private static Pieces tensor(ModelBytes source, String name, NewNode.Numbers numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.elements().size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    numbers.elements().forEach(bytes::putLong);
    Pieces out = new Pieces(source);
    numbers.dims().forEach(size -> out.integer(1, size));
    out.integer(2, ElementTypes.number(DataType.INT64));
    out.text(8, name);
    out.bytes(9, bytes.flip());
    return out;
  }

  private static Pieces input(ModelBytes source, String name, List<Long> dims) {
    Pieces shape = new Pieces(source);
    for (long size : dims) {
      Pieces dimension = new Pieces(source);
      dimension.integer(1, size);
      shape.message(1, dimension);
    }
    Pieces tensor = new Pieces(source);
    tensor.integer(1, ElementTypes.number(DataType.INT64));
    tensor.message(2, shape);
    Pieces type = new Pieces(source);
    type.message(1, tensor);
    Pieces out = new Pieces(source);
    out.text(1, name);
    out.message(2, type);
    return out;
  }
}
