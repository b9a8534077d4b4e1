package io.schedulec.graph.onnx;

import io.schedulec.graph.Parameter.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of files in which an exporter noted the traced program.
 *
 * <p>The name of a tensor is no proof: equal tensors of unrelated layers are merged under one name.
 * What counts is the argument of the traced call that a node comes from.
 */
final class ExportedNames implements Names {
  private final List<RawNode> nodes;
  private final Uses uses;
  private final Signature signature;
  private final Unclaimed unclaimed;
  private int lastNode = -1;
  private @Nullable TracedCall lastCall;

  /** Names for the nodes of a graph. */
  ExportedNames(List<RawNode> nodes, Uses uses, Edges edges, Signature signature) {
    this.nodes = nodes;
    this.uses = uses;
    this.signature = signature;
    unclaimed = new Unclaimed(nodes, edges, signature);
  }

  @Override
  public String source() {
    return "traced calls";
  }

  @Override
  public String scope(int number, RawNode node) {
    // A folded normalisation leaves its own scope on the layer it was folded into.
    String weight = FoldedNormalization.into(node) ? weight(number) : null;
    return weight == null
        ? ModulePath.ofScopes(node.metadata().scopes())
        : ModulePath.parent(weight);
  }

  @Override
  public ParameterName of(int number, RawNode node, int place, Edge edge, RawTensor tensor) {
    String own = signature.has(edge.name()) ? edge.name() : tensor.name();
    String found =
        FoldedNormalization.into(node)
            ? folded(number, place)
            : called(number, node, place, own, tensor);
    if (found == null) {
      found = kept(own);
    }
    if (found == null) {
      found = scoped(node, place, own);
    }
    if (found == null) {
      return ParameterName.unknown(own);
    }
    Stored stored = kept(own) == null ? stored(node, own, tensor) : Stored.SAME;
    return new ParameterName(found, stored, true);
  }

  /** The weight of a layer that a normalisation was folded into. */
  private @Nullable String weight(int number) {
    @Nullable Edge[] inputs = uses.inputs(number);
    Edge weight = inputs.length > 1 ? inputs[1] : null;
    return weight == null ? null : known(weight.name());
  }

  private @Nullable String folded(int number, int place) {
    String weight = place == 2 ? weight(number) : null;
    return weight == null ? null : FoldedNormalization.biasOf(weight);
  }

  /** What a tensor's own name says. */
  private @Nullable String kept(String own) {
    String known = known(own);
    if (known != null) {
      return known;
    }
    String weight = FoldedNormalization.weight(own);
    return weight != null && signature.has(weight) ? FoldedNormalization.biasOf(weight) : null;
  }

  /** The parameter a tensor is called after, perhaps with a number because it exists twice. */
  private @Nullable String known(String own) {
    if (signature.has(own)) {
      return own;
    }
    int number = own.lastIndexOf('_');
    return number > 0
            && ModulePath.isNumber(own.substring(number + 1))
            && signature.has(own.substring(0, number))
        ? own.substring(0, number)
        : null;
  }

  /** The parameter that the traced call takes for what a node has at a place. */
  private @Nullable String called(
      int number, RawNode node, int place, String own, RawTensor tensor) {
    // What a traced branch or loop takes is not in the order of what its body uses.
    TracedCall call = node.bodies().isEmpty() ? call(number, node) : null;
    if (call == null) {
      return null;
    }
    if (RecurrentNames.is(node)) {
      return recurrent(number, node, call, place, tensor);
    }
    CallPlaces.Role role = CallPlaces.role(node, place);
    int argument = CallPlaces.argument(call.operator(), role);
    if (argument != CallPlaces.NONE) {
      // A group normalisation is written with a normalisation of its own, whose scale is made up.
      return node.opType().equals("InstanceNormalization") && !signature.has(own)
          ? null
          : signature.target(call, argument);
    }
    return only(call, place, own);
  }

  /** The matrix of one of the layers that a call became. */
  private @Nullable String recurrent(
      int number, RawNode node, TracedCall call, int place, RawTensor tensor) {
    int layers = 0;
    int layer = 0;
    String text = String.valueOf(node.metadata().call());
    for (int i = 0; i < nodes.size(); i++) {
      if (i == number) {
        layer = layers;
      }
      RawNode other = nodes.get(i);
      if (RecurrentNames.is(other) && text.equals(String.valueOf(other.metadata().call()))) {
        layers++;
      }
    }
    String placeholder = RecurrentNames.passed(call, layer, layers, place, tensor);
    return placeholder == null ? null : signature.target(placeholder);
  }

  /** The only parameter of a call, or the one at the same place. */
  private @Nullable String only(TracedCall call, int place, String own) {
    String only = null;
    int count = 0;
    for (int i = 0; i < call.arguments().size(); i++) {
      String target = signature.target(call, i);
      if (target != null) {
        if (target.equals(own)) {
          return own;
        }
        only = target;
        count++;
      }
    }
    return count <= 1 ? only : signature.target(call, place);
  }

  private @Nullable TracedCall call(int number, RawNode node) {
    if (number != lastNode) {
      lastCall = TracedCall.of(node);
      lastNode = number;
    }
    return lastCall;
  }

  /** The parameter of the module a node was traced in that can only be this one. */
  private @Nullable String scoped(RawNode node, int place, String own) {
    if (node.metadata().scopes() == null) {
      return null;
    }
    String module = ModulePath.ofScopes(node.metadata().scopes());
    if (Places.weight(node, place) && !node.opType().equals("InstanceNormalization")) {
      String name = ModulePath.join(module, place == 2 ? "bias" : "weight");
      if (signature.has(name) && unclaimed.is(name)) {
        return name;
      }
    }
    return arranged(own) ? unclaimed.only(module) : null;
  }

  /** Whether a tensor's name says that it only shows the elements of another in a new way. */
  private static boolean arranged(String own) {
    int end = own.lastIndexOf('_');
    String function =
        end > 0 && ModulePath.isNumber(own.substring(end + 1)) ? own.substring(0, end) : own;
    return switch (function) {
      case "view", "_unsafe_view", "reshape", "expand", "clone" -> true;
      default -> false;
    };
  }

  private static Stored stored(RawNode node, String own, RawTensor tensor) {
    boolean matrix = tensor.shape().rank() == 2;
    return switch (node.opType()) {
      case "Conv", "ConvTranspose", "Gather" -> Stored.SAME;
      case "MatMul", "GatherND" -> matrix ? Stored.TRANSPOSED : Stored.RESHAPED;
      case "Gemm" ->
          matrix && node.attributes().integer("transB", 0) == 0 ? Stored.TRANSPOSED : Stored.SAME;
      default -> {
        boolean expanded = own.startsWith("expand") && tensor.shape().dim(0) == 1;
        boolean plain = tensor.shape().rank() == 1 && !arranged(own);
        yield expanded || plain ? Stored.SAME : Stored.RESHAPED;
      }
    };
  }
}
