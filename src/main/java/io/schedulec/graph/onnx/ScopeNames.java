package io.schedulec.graph.onnx;

import io.schedulec.graph.Parameter.Stored;
import io.schedulec.graph.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of files whose nodes are called after the modules they were traced in, such as {@code
 * /layer1/layer1.0/conv1/Conv}.
 *
 * <p>Tensors bear the names of their parameters, unless the exporter computed them anew.
 */
final class ScopeNames implements Names {
  private static final String QUANTIZED = "_quantized";

  private final List<RawNode> nodes;
  private final Uses uses;
  private final Edges edges;
  private final ModuleCalls calls = new ModuleCalls();
  private final Map<String, ParameterName> matrices = new HashMap<>();
  private @Nullable Map<String, Edge> addends;
  private @Nullable Set<String> compound;
  private @Nullable Set<String> grouped;

  /** Names for the nodes of a graph. */
  ScopeNames(List<RawNode> nodes, Uses uses, Edges edges) {
    this.nodes = nodes;
    this.uses = uses;
    this.edges = edges;
  }

  @Override
  public String source() {
    return "node scopes";
  }

  @Override
  public String scope(int number, RawNode node) {
    RawNode.Inlined inlined = node.inlined();
    String module = inlined == null ? null : inlined.module();
    return module == null ? ModulePath.ofNodeName(node.name()) : module;
  }

  @Override
  public ParameterName of(int number, RawNode node, int place, Edge edge, RawTensor tensor) {
    if (!AnonymousNames.is(edge.name())) {
      return kept(number, edge.name(), tensor);
    }
    // Vectors of equal elements are written once, whichever parameters they are of, so that the
    // place
    // where they are used counts. Matrices are equal only if they are one parameter.
    if (!matrix(tensor)) {
      return placed(number, node, place, tensor);
    }
    ParameterName name = matrices.get(tensor.name());
    if (name == null) {
      name = placed(number, node, place, tensor);
      matrices.put(tensor.name(), name);
    }
    return name;
  }

  private static boolean matrix(RawTensor tensor) {
    int wide = 0;
    for (int i = 0; i < tensor.shape().rank(); i++) {
      wide += tensor.shape().dim(i) > 1 ? 1 : 0;
    }
    return wide > 1;
  }

  private ParameterName placed(int number, RawNode node, int place, RawTensor tensor) {
    ParameterName found = find(node, place, tensor, scope(number, node));
    if (found == null) {
      return AnonymousNames.is(tensor.name())
          ? ParameterName.unknown(tensor.name())
          : kept(number, tensor.name(), tensor);
    }
    String name = calls.first(found.text(), tensor.shape());
    return new ParameterName(name, found.stored(), true);
  }

  private ParameterName kept(int number, String own, RawTensor tensor) {
    ParameterName name = ParameterName.own(kept(number, own));
    calls.add(name.text(), tensor.shape());
    return name;
  }

  /** What a tensor's own name says. */
  private String kept(int number, String own) {
    @Nullable Edge[] inputs = uses.inputs(number);
    Edge layer = FoldedNormalization.optimised(own) && inputs.length > 1 ? inputs[1] : null;
    if (layer != null) {
      return FoldedNormalization.biasOf(FoldedNormalization.original(layer.name()));
    }
    if (own.endsWith(QUANTIZED)) {
      return own.substring(0, own.length() - QUANTIZED.length());
    }
    String weight = FoldedNormalization.weight(own);
    return weight == null || edges.get(weight) == null
        ? FoldedNormalization.original(own)
        : FoldedNormalization.biasOf(weight);
  }

  private @Nullable ParameterName find(RawNode node, int place, RawTensor tensor, String scope) {
    if (node.opType().equals("MatMul")) {
      return matrix(node, tensor, scope);
    }
    if (scope.isEmpty()) {
      return null;
    }
    return switch (node.opType()) {
      case "Conv", "ConvTranspose" -> named(scope, place == 1 ? "weight" : "bias", Stored.SAME);
      case "Gemm" -> named(scope, place == 2 ? "bias" : "weight", gemm(node, place));
      case "BatchNormalization" -> named(scope, statistic(place), Stored.SAME);
      case "PRelu" -> named(scope, "weight", Stored.RESHAPED);
      case "LSTM", "GRU", "RNN" -> RecurrentNames.scoped(node, place, tensor, scope);
      case "Mul", "Add" -> grouped(node, tensor, scope);
      default -> null;
    };
  }

  private static ParameterName named(String scope, String name, Stored stored) {
    return new ParameterName(ModulePath.join(scope, name), stored, true);
  }

  private static Stored gemm(RawNode node, int place) {
    return place == 2 || node.attributes().integer("transB", 0) == 1
        ? Stored.SAME
        : Stored.TRANSPOSED;
  }

  private static String statistic(int place) {
    return switch (place) {
      case 1 -> "weight";
      case 2 -> "bias";
      case 3 -> "running_mean";
      default -> "running_var";
    };
  }

  /** A linear layer's weight: next to its bias, or the only thing its module is made of. */
  private @Nullable ParameterName matrix(RawNode node, RawTensor tensor, String scope) {
    if (tensor.shape().rank() != 2 || node.outputs().isEmpty()) {
      return null;
    }
    Edge bias = addends().get(node.outputs().get(0));
    if (bias != null && isBias(bias, tensor)) {
      String stem = bias.name().substring(0, bias.name().length() - "bias".length());
      return new ParameterName(stem.concat("weight"), Stored.TRANSPOSED, true);
    }
    return scope.isEmpty() || compound().contains(scope)
        ? null
        : named(scope, "weight", Stored.TRANSPOSED);
  }

  private static boolean isBias(Edge edge, RawTensor matrix) {
    Shape shape = edge.shape();
    return edge.name().endsWith("bias")
        && !AnonymousNames.is(edge.name())
        && shape != null
        && shape.rank() == 1
        && shape.dim(0) == matrix.shape().dim(1);
  }

  /** The scale or shift of a group normalisation, which is written out as several nodes. */
  private @Nullable ParameterName grouped(RawNode node, RawTensor tensor, String scope) {
    int rank = tensor.shape().rank();
    if (rank < 2
        || tensor.shape().elements() != tensor.shape().dim(0)
        || !grouped().contains(scope)) {
      return null;
    }
    return named(scope, node.opType().equals("Mul") ? "weight" : "bias", Stored.RESHAPED);
  }

  /** What is added to the result of which node. */
  private Map<String, Edge> addends() {
    if (addends == null) {
      addends = new HashMap<>();
      for (int i = 0; i < nodes.size(); i++) {
        @Nullable Edge[] inputs = uses.inputs(i);
        if (!nodes.get(i).opType().equals("Add") || inputs.length != 2) {
          continue;
        }
        for (int side = 0; side < 2; side++) {
          Edge sum = inputs[side];
          Edge addend = uses.origin(inputs[1 - side]);
          if (sum != null && addend != null && addend.tensor() != null) {
            addends.put(sum.name(), addend);
          }
        }
      }
    }
    return addends;
  }

  /** The modules that do more than apply one linear layer. */
  private Set<String> compound() {
    if (compound == null) {
      compound = new HashSet<>();
      Set<String> multiplied = new HashSet<>();
      for (int i = 0; i < nodes.size(); i++) {
        RawNode node = nodes.get(i);
        String scope = scope(i, node);
        boolean linear =
            switch (node.opType()) {
              case "MatMul" -> multiplied.add(scope);
              case "Add", "Transpose", "Constant", "Identity", "Cast" -> true;
              default -> false;
            };
        if (!linear) {
          compound.add(scope);
        }
      }
    }
    return compound;
  }

  /** The modules that normalise groups of channels. */
  private Set<String> grouped() {
    if (grouped == null) {
      grouped = new HashSet<>();
      for (int i = 0; i < nodes.size(); i++) {
        if (nodes.get(i).opType().equals("InstanceNormalization")) {
          grouped.add(scope(i, nodes.get(i)));
        }
      }
    }
    return grouped;
  }
}
