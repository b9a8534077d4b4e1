package io.schedulec.graph.shape;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes the shape of every value of a model.
 *
 * <p>Shapes that the model file declares only fill in what remains unknown. An operator without a
 * rule has the declared shape or none.
 */
public final class ShapeInference {
  /** Real numbers are sizes only where a resize was computed; those are few. */
  private static final int LONGEST_OF_REALS = 16;

  private final ModelGraph graph;
  private final ShapeTable table;
  private int symbols;

  private ShapeInference(ModelGraph graph) {
    this.graph = graph;
    this.table = new ShapeTable(graph.values().size());
  }

  /** The shapes of all values. */
  public static ShapeTable of(ModelGraph graph) {
    ShapeInference inference = new ShapeInference(graph);
    inference.start();
    for (Node node : graph.nodes()) {
      inference.apply(node);
    }
    return inference.table;
  }

  private void start() {
    for (Value value : graph.values()) {
      if (value.kind() != Value.Kind.COMPUTED) {
        long[] declared = declared(value);
        if (declared != null) {
          put(value, declared);
        }
        if (value.kind() == Value.Kind.CONSTANT && value.data().isPresent() && declared != null) {
          tryToRead(value, value.data().get(), declared);
        }
      }
    }
  }

  private void apply(Node node) {
    NodeShapes at = new NodeShapes(node, graph.opset(), table);
    ShapeRule rule = node.standard() ? ShapeRules.rule(node.opType()) : null;
    if (rule != null) {
      infer(rule, at);
    } else {
      Optional<DeclaredOperator> declared = graph.declared(node);
      if (declared.isPresent()) {
        infer(declared.get(), node, at);
      }
    }
    for (int i = 0; i < at.outputCount(); i++) {
      Optional<Value> output = node.output(i);
      if (output.isPresent()) {
        settle(output.get(), at.stated(i));
      }
    }
  }

  /** What a malformed node makes is unknown. */
  private static void infer(ShapeRule rule, NodeShapes at) {
    try {
      rule.infer(at);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException malformed) {
      at.forget();
    }
  }

  private static void infer(DeclaredOperator declared, Node node, NodeShapes at) {
    try {
      DeclaredShape.infer(declared, node, at);
    } catch (IndexOutOfBoundsException contradiction) {
      at.forget();
    }
  }

  private void settle(Value value, long @Nullable [] inferred) {
    long[] declared = declared(value);
    if (inferred == null) {
      if (declared != null) {
        put(value, declared);
      }
      return;
    }
    long[] sizes = inferred.clone();
    for (int i = 0; declared != null && declared.length == sizes.length && i < sizes.length; i++) {
      if (!Dimension.known(sizes[i]) && Dimension.known(declared[i])) {
        sizes[i] = declared[i];
      }
    }
    put(value, sizes);
  }

  /** Gives each size that is unknown a symbol of its own, so that it is known when met again. */
  private void put(Value value, long[] sizes) {
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] == Dimension.UNKNOWN || (Dimension.known(sizes[i]) && sizes[i] < 0)) {
        sizes[i] = Dimension.symbol(++symbols);
      }
    }
    table.put(value, sizes);
  }

  private static long @Nullable [] declared(Value value) {
    Optional<Shape> shape = value.shape();
    if (shape.isEmpty() && value.parameter().isPresent()) {
      shape = Optional.of(value.parameter().get().shape());
    }
    return shape.isEmpty() ? null : fromShape(shape.get());
  }

  private static long[] fromShape(Shape shape) {
    long[] sizes = shape.toArray();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = sizes[i] == Shape.UNKNOWN ? Dimension.UNKNOWN : sizes[i];
    }
    return sizes;
  }

  /** A constant whose elements are in a file that is not there is one of unknown elements. */
  private void tryToRead(Value value, TensorData data, long[] shape) {
    long count = Dimension.product(shape, 0, shape.length);
    int limit = value.type().floating() ? LONGEST_OF_REALS : Integers.LIMIT;
    if (!Dimension.known(count) || count > limit) {
      return;
    }
    try {
      read(value, data, shape);
    } catch (UnreadableModelException absent) {
      // The analysis freezes what depends on it.
    }
  }

  private void read(Value value, TensorData data, long[] shape) {
    switch (value.type()) {
      case INT64, INT32, INT16, INT8, UINT64, UINT32, UINT16, UINT8, BOOL ->
          put(value, shape, data.longs(), false);
      case FLOAT32, FLOAT64, FLOAT16, BFLOAT16 -> {
        long[] whole = whole(data.doubles());
        if (whole != null) {
          put(value, shape, whole, true);
        }
      }
      case FLOAT8, STRING, COMPLEX, UNKNOWN -> {}
    }
  }

  private void put(Value value, long[] shape, long[] elements, boolean floating) {
    if (elements.length == Dimension.product(shape, 0, shape.length)) {
      table.put(value, Integers.of(shape, elements, floating));
    }
  }

  /** Floating-point numbers as whole ones, or null unless they all are. */
  private static long @Nullable [] whole(double[] numbers) {
    long[] whole = new long[numbers.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (long) numbers[i];
      if (whole[i] != numbers[i] || Math.abs(numbers[i]) > 1L << 52) {
        return null;
      }
    }
    return whole;
  }

  /** The operators that have a rule. */
  static List<String> operators() {
    return ShapeRules.operators();
  }
}
