package io.schedulec.equivalence;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.Value;
import io.schedulec.graph.WeightSource;
import io.schedulec.graph.shape.ShapeTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The elements of parameters and constants, and of what only rearranges those. */
final class FixedTensors {
  private final ShapeTable shapes;
  private final WeightSource weights;
  private final @Nullable Node[] producers;
  private final Map<Integer, Optional<Tensor>> known = new HashMap<>();

  FixedTensors(ModelGraph graph, ShapeTable shapes, WeightSource weights) {
    this.shapes = shapes;
    this.weights = weights;
    this.producers = new @Nullable Node[graph.values().size()];
    for (Node node : graph.nodes()) {
      node.output(0).ifPresent(out -> producers[out.id()] = node);
    }
  }

  /** The elements of a value; empty where it is computed otherwise, or they cannot be read. */
  Optional<Tensor> of(Value value) {
    Optional<Tensor> tensor = known.get(value.id());
    if (tensor == null) {
      tensor = read(value);
      known.put(value.id(), tensor);
    }
    return tensor;
  }

  /** The number that all elements of a value are; NaN where they differ or are not known. */
  double uniform(Value value) {
    Optional<Tensor> tensor = of(value);
    return tensor.isPresent() ? tensor.get().uniform() : Double.NaN;
  }

  /** The parameter that a value is, or has been rearranged from. */
  Optional<Parameter> parameter(Value value) {
    Optional<Value> source = value.parameter().isPresent() ? Optional.empty() : source(value);
    return source.isPresent() ? parameter(source.get()) : value.parameter();
  }

  private Optional<Tensor> read(Value value) {
    return switch (value.kind()) {
      case INPUT -> Optional.empty();
      case PARAMETER ->
          value.parameter().flatMap(p -> weights.of(p)).flatMap(bytes -> Tensor.of(bytes));
      case CONSTANT -> value.data().flatMap(data -> constant(value, data));
      case COMPUTED -> rearranged(value);
    };
  }

  /** A constant whose elements cannot be read is one of unknown elements. */
  private Optional<Tensor> constant(Value value, TensorData data) {
    Optional<Shape> shape = shapes.shape(value);
    if (shape.isEmpty() || !value.type().floating()) {
      return Optional.empty();
    }
    try {
      double[] elements = data.doubles();
      return Tensor.of(i -> elements[i], elements.length, shape.get());
    } catch (UnreadableModelException absent) {
      return Optional.empty();
    }
  }

  private Optional<Value> source(Value value) {
    Node node = producers[value.id()];
    boolean rearranges = node != null && node.standard() && rearranges(node.opType());
    return rearranges ? node.input(0) : Optional.empty();
  }

  private static boolean rearranges(String opType) {
    return switch (opType) {
      case "Identity", "Transpose", "Reshape", "Flatten", "Squeeze", "Unsqueeze" -> true;
      default -> false;
    };
  }

  private Optional<Tensor> rearranged(Value value) {
    Optional<Tensor> source = source(value).flatMap(this::of);
    Node node = producers[value.id()];
    if (source.isEmpty() || node == null) {
      return Optional.empty();
    }
    Tensor tensor = source.get();
    return node.opType().equals("Transpose")
        ? Optional.of(tensor.transposed(permutation(node, tensor.rank())))
        : shapes.shape(value).flatMap(tensor::reshaped);
  }

  private static int[] permutation(Node node, int rank) {
    long[] own = node.attributes().integers("perm").orElse(new long[0]);
    int[] permutation = new int[rank];
    for (int i = 0; i < rank; i++) {
      permutation[i] = own.length == rank ? (int) own[i] : rank - 1 - i;
    }
    return permutation;
  }
}
