package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which node uses which tensor, once constants and identities of stored tensors are resolved. */
final class Uses {
  private static final int MOST_AXES = 8;

  private final List<RawNode> nodes;
  private final @Nullable Edge[][] inputs;
  private final int[] order;
  private final boolean[] folded;

  private Uses(List<RawNode> nodes, @Nullable Edge[][] inputs, int[] order) {
    this.nodes = nodes;
    this.inputs = inputs;
    this.order = order;
    this.folded = new boolean[nodes.size()];
  }

  /**
   * Resolves what the nodes of a graph use.
   *
   * @throws io.schedulec.graph.UnreadableModelException if a node uses what nothing defines, or
   *     nodes need each other
   */
  static Uses of(ModelBytes file, RawGraph graph, Edges edges) {
    List<RawNode> nodes = graph.nodes();
    int count = nodes.size();
    @Nullable Edge[][] inputs = new @Nullable Edge[count][];
    int[][] before = new int[count][];
    for (int i = 0; i < count; i++) {
      inputs[i] = edges.of(i, names(nodes.get(i)));
      before[i] = producers(inputs[i]);
    }
    Uses uses = new Uses(nodes, inputs, Order.of(file, nodes, before));
    uses.markWeights();
    holdWeights(edges);
    uses.fold(graph, edges);
    return uses;
  }

  /** The numbers of the nodes that remain, each after what it needs. */
  int[] order() {
    int[] remaining = new int[order.length];
    int size = 0;
    for (int node : order) {
      if (!folded[node]) {
        remaining[size++] = node;
      }
    }
    return Arrays.copyOf(remaining, size);
  }

  /** What a node uses, in order; null for inputs left out. */
  @Nullable Edge[] inputs(int node) {
    return inputs[node];
  }

  private static List<String> names(RawNode node) {
    List<String> captured = Captures.of(node);
    if (captured.isEmpty()) {
      return node.inputs();
    }
    List<String> all = new ArrayList<>(node.inputs());
    all.addAll(captured);
    return all;
  }

  private static int[] producers(@Nullable Edge[] inputs) {
    int[] producers = new int[inputs.length];
    int size = 0;
    for (Edge input : inputs) {
      if (input != null && input.producer() != Edge.NO_NODE) {
        producers[size++] = input.producer();
      }
    }
    return Arrays.copyOf(producers, size);
  }

  private void markWeights() {
    for (int i = 0; i < inputs.length; i++) {
      RawNode node = nodes.get(i);
      for (int place = 0; place < inputs[i].length; place++) {
        Edge edge = origin(inputs[i][place]);
        if (edge != null
            && (Places.weight(node, place)
                || (Places.perhapsWeight(node, place) && likelyParameter(edge)))) {
          edge.markWeight();
        }
      }
    }
  }

  /** The tensor whose elements an edge has, perhaps in another arrangement. */
  @Nullable Edge origin(@Nullable Edge edge) {
    Edge origin = edge;
    while (origin != null && origin.producer() != Edge.NO_NODE) {
      int producer = origin.producer();
      if (!Places.arranges(nodes.get(producer)) || inputs[producer].length == 0) {
        break;
      }
      origin = inputs[producer][0];
    }
    return origin;
  }

  /** Whether a name could only be that of a parameter: inputs are not called {@code fc.weight}. */
  private static boolean likelyParameter(Edge edge) {
    int dot = edge.name().lastIndexOf('.');
    return dot > 0
        && dot + 1 < edge.name().length()
        && Character.isLetter(edge.name().charAt(dot + 1));
  }

  /** Takes the parameters of a model that was exported without them. */
  private static void holdWeights(Edges edges) {
    for (Edge edge : edges.inputs()) {
      Shape shape = edge.shape();
      if (edge.weight()
          && edge.type().floating()
          && shape != null
          && shape.rank() > 0
          && shape.fullyKnown()) {
        edge.hold(new RawTensor(edge.name(), edge.type(), shape, null));
      }
    }
  }

  private void fold(RawGraph graph, Edges edges) {
    for (RawValue output : graph.outputs()) {
      Edge edge = edges.get(output.name());
      if (edge != null) {
        edge.markOutput();
      }
    }
    for (int node : order) {
      folded[node] = fold(nodes.get(node), inputs[node], edges);
    }
  }

  /** Whether a node is only another way to write a tensor that the file holds. */
  private static boolean fold(RawNode node, @Nullable Edge[] inputs, Edges edges) {
    if (node.outputs().size() != 1) {
      return false;
    }
    Edge output = edges.get(node.outputs().get(0));
    if (output == null) {
      return false;
    }
    if (node.is("Constant")) {
      return output.tensor() != null;
    }
    Edge input = inputs.length == 1 ? inputs[0] : null;
    if (input == null || output.output()) {
      return false;
    }
    RawTensor tensor = input.tensor();
    if (tensor == null) {
      return false;
    }
    if (node.is("Identity")) {
      output.repeat(input, tensor);
      return true;
    }
    if (node.is("ConstantOfShape") && output.weight() && tensor.type() == DataType.INT64) {
      return hold(output, tensor);
    }
    return false;
  }

  /** Takes a weight whose file was made small by computing its elements. */
  private static boolean hold(Edge output, RawTensor sizes) {
    if (sizes.data() == null || sizes.shape().rank() != 1 || sizes.shape().dim(0) > MOST_AXES) {
      return false;
    }
    long elements = 1;
    long[] dims = sizes.data().longs();
    for (long dim : dims) {
      if (dim <= 0 || elements > Long.MAX_VALUE / dim) {
        return false;
      }
      elements *= dim;
    }
    output.hold(new RawTensor(output.name(), DataType.FLOAT32, Shape.of(dims), null));
    return true;
  }
}
