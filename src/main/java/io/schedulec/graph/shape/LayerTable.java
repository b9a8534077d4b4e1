package io.schedulec.graph.shape;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The weights of a model's convolutions and linear layers.
 *
 * <p>Multiply-accumulates are counted as Distiller's summaries count them: a convolution costs its
 * weight's elements at every place of the output map, a linear layer its weight's elements once. A
 * transposed convolution costs its weight's elements at every place of the input map.
 */
public final class LayerTable {
  private final ShapeTable shapes;
  private final Node[] producers;
  private final Map<String, Layer> layers = new LinkedHashMap<>();

  private LayerTable(ModelGraph graph, ShapeTable shapes) {
    this.shapes = shapes;
    this.producers = new Node[graph.values().size()];
    for (Node node : graph.nodes()) {
      for (Optional<Value> output : node.outputs()) {
        if (output.isPresent()) {
          producers[output.get().id()] = node;
        }
      }
    }
  }

  /** All such weights, in graph order. */
  public static List<Layer> of(ModelGraph graph, ShapeTable shapes) {
    LayerTable table = new LayerTable(graph, shapes);
    for (Node node : graph.nodes()) {
      table.add(node);
    }
    return new ArrayList<>(table.layers.values());
  }

  private void add(Node node) {
    if (!node.standard()) {
      return;
    }
    switch (node.opType()) {
      case "Conv" -> add(node, 1, places(node.output(0)));
      case "ConvTranspose" -> add(node, 1, places(node.input(0)));
      case "Gemm" -> add(node, 1, OptionalLong.of(1));
      case "MatMul" -> {
        add(node, 1, OptionalLong.of(1));
        add(node, 0, OptionalLong.of(1));
      }
      default -> {}
    }
  }

  private void add(Node node, int place, OptionalLong places) {
    Optional<Parameter> parameter = node.input(place).flatMap(this::parameter);
    if (parameter.isEmpty() || parameter.get().shape().rank() < 2) {
      return;
    }
    Parameter weight = parameter.get();
    long params = weight.shape().elements();
    OptionalLong macs =
        places.isPresent() ? OptionalLong.of(params * places.getAsLong()) : OptionalLong.empty();
    layers.merge(weight.name(), new Layer(weight, node, params, macs), LayerTable::both);
  }

  private static Layer both(Layer first, Layer second) {
    boolean known = first.macs().isPresent() && second.macs().isPresent();
    OptionalLong macs =
        known
            ? OptionalLong.of(first.macs().getAsLong() + second.macs().getAsLong())
            : OptionalLong.empty();
    return new Layer(first.weight(), first.node(), first.params(), macs);
  }

  /** The number of places of a feature map, batch and channels left out. */
  private OptionalLong places(Optional<Value> map) {
    Optional<Shape> shape = map.flatMap(shapes::shape);
    if (shape.isEmpty() || shape.get().rank() < 2) {
      return OptionalLong.empty();
    }
    long places = shape.get().product(2, shape.get().rank());
    return places == Shape.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(places);
  }

  /** The parameter that a weight is, or is a rearrangement of. */
  private Optional<Parameter> parameter(Value value) {
    Value at = value;
    for (int steps = 0; steps < producers.length; steps++) {
      if (at.parameter().isPresent()) {
        return at.parameter();
      }
      Node node = producers[at.id()];
      if (node == null || !rearranges(node.opType()) || node.input(0).isEmpty()) {
        return Optional.empty();
      }
      at = node.input(0).get();
    }
    return Optional.empty();
  }

  private static boolean rearranges(String opType) {
    return switch (opType) {
      case "Cast", "Identity", "Transpose", "Reshape", "Squeeze", "Unsqueeze", "Flatten" -> true;
      default -> false;
    };
  }
}
