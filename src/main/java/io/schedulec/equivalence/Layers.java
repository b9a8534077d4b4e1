package io.schedulec.equivalence;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The convolutions and linear layers of a model whose weights are known. */
final class Layers {
  private final ShapeTable shapes;
  private final FixedTensors fixed;
  private final @Nullable Layer[] layers;

  private Layers(ModelGraph graph, ShapeTable shapes, FixedTensors fixed) {
    this.shapes = shapes;
    this.fixed = fixed;
    this.layers = new @Nullable Layer[graph.nodes().size()];
  }

  static Layers of(ModelGraph graph, ShapeTable shapes, FixedTensors fixed) {
    Layers layers = new Layers(graph, shapes, fixed);
    for (Node node : graph.nodes()) {
      layers.layers[node.index()] = node.standard() ? layers.read(node) : null;
    }
    return layers;
  }

  /** The layer that a node is; empty where it is none, or its weights are not known. */
  Optional<Layer> layer(Node node) {
    return Optional.ofNullable(layers[node.index()]);
  }

  private @Nullable Layer read(Node node) {
    if (node.input(0).isEmpty() || node.input(1).isEmpty()) {
      return null;
    }
    return switch (node.opType()) {
      case "Conv" -> convolution(node);
      case "ConvTranspose" -> transposed(node);
      case "Gemm" -> gemm(node);
      case "MatMul" -> product(node);
      default -> null;
    };
  }

  private @Nullable Layer convolution(Node node) {
    Tensor weight = fixed.of(node.input(1).orElseThrow()).orElse(null);
    if (weight == null || weight.rank() < 2) {
      return null;
    }
    int groups = groups(node);
    boolean even = Padding.none(node, weight);
    return groups < 1 || weight.dim(0) % groups != 0 ? null : layer(node, weight, groups, even);
  }

  /** Axis 1 of the weight has the filters of each group; window positions overlap unevenly. */
  private @Nullable Layer transposed(Node node) {
    Tensor weight = fixed.of(node.input(1).orElseThrow()).orElse(null);
    if (weight == null || weight.rank() < 2 || groups(node) != 1) {
      return null;
    }
    int[] permutation = new int[weight.rank()];
    for (int i = 0; i < permutation.length; i++) {
      permutation[i] = i < 2 ? 1 - i : i;
    }
    return layer(node, weight.transposed(permutation), 1, false);
  }

  private static int groups(Node node) {
    return (int) node.attributes().integer("group", 1);
  }

  private static Layer layer(Node node, Tensor weight, int groups, boolean even) {
    Value data = node.input(0).orElseThrow();
    return new Layer(node, data, 1, 1, node.input(1).orElseThrow(), weight, groups, 1, even);
  }

  private @Nullable Layer gemm(Node node) {
    Value data = node.input(0).orElseThrow();
    Value weightValue = node.input(1).orElseThrow();
    Tensor weight = fixed.of(weightValue).orElse(null);
    Attributes attributes = node.attributes();
    if (weight == null || weight.rank() != 2 || rank(data) != 2 || fixed.of(data).isPresent()) {
      return null;
    }
    Tensor filtersFirst = attributes.integer("transB", 0) != 0 ? weight : weight.transposed(1, 0);
    int dataAxis = attributes.integer("transA", 0) != 0 ? 0 : 1;
    double scale = attributes.real("alpha", 1);
    return new Layer(node, data, dataAxis, 1, weightValue, filtersFirst, 1, scale, true);
  }

  private @Nullable Layer product(Node node) {
    Value data = node.input(0).orElseThrow();
    Value weightValue = node.input(1).orElseThrow();
    Tensor weight = fixed.of(weightValue).orElse(null);
    if (weight == null || weight.rank() != 2 || rank(data) < 2 || fixed.of(data).isPresent()) {
      return null;
    }
    int last = rank(data) - 1;
    return new Layer(node, data, last, last, weightValue, weight.transposed(1, 0), 1, 1, true);
  }

  private int rank(Value value) {
    Optional<Shape> shape = shapes.shape(value);
    return shape.isPresent() ? shape.get().rank() : 0;
  }
}
