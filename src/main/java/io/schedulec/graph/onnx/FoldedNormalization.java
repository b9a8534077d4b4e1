package io.schedulec.graph.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traces that a normalisation leaves when an exporter folds it into the layer before it. */
final class FoldedNormalization {
  private static final String RULE = "FuseBatchNormInto";
  private static final String BIAS = "_bias";
  private static final String RUNTIME_WEIGHT = "ConvBnFusion_W_";
  private static final String RUNTIME_BIAS = "ConvBnFusion_BN_B_";

  private FoldedNormalization() {}

  /** Whether a normalisation was folded into a node. */
  static boolean into(RawNode node) {
    FileText rule = node.metadata().rule();
    return rule != null && rule.toString().contains(RULE);
  }

  /** Whether a normalisation was folded into any node. */
  static boolean any(List<RawNode> nodes, Uses uses) {
    for (int i = 0; i < nodes.size(); i++) {
      if (into(nodes.get(i)) || computed(nodes.get(i), uses.inputs(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a convolution has both weight and bias made up by the exporter. */
  private static boolean computed(RawNode node, @Nullable Edge[] inputs) {
    if (inputs.length != 3 || !(node.is("Conv") || node.is("ConvTranspose"))) {
      return false;
    }
    Edge weight = inputs[1];
    Edge bias = inputs[2];
    if (weight == null || bias == null || weight.tensor() == null || bias.tensor() == null) {
      return false;
    }
    return bias.name().equals(weight.name().concat(BIAS))
        || weight.name().startsWith(RUNTIME_WEIGHT)
        || (AnonymousNames.is(weight.name()) && AnonymousNames.is(bias.name()));
  }

  /** The weight that {@code conv1.weight_bias} is called after; null for other names. */
  static @Nullable String weight(String bias) {
    return bias.endsWith(BIAS) ? bias.substring(0, bias.length() - BIAS.length()) : null;
  }

  /** The weight that a graph optimiser, such as ONNX Runtime's, gave a new name; else itself. */
  static String original(String weight) {
    return weight.startsWith(RUNTIME_WEIGHT) ? weight.substring(RUNTIME_WEIGHT.length()) : weight;
  }

  /** Whether a graph optimiser made up a bias; it calls that after the normalisation. */
  static boolean optimised(String bias) {
    return bias.startsWith(RUNTIME_BIAS);
  }

  /** The bias of the layer that has this weight. */
  static String biasOf(String weight) {
    return ModulePath.join(ModulePath.parent(weight), "bias");
  }
}
