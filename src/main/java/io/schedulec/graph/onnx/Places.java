package io.schedulec.graph.onnx;

/** What the inputs of operators are for, as far as it tells parameters from other tensors. */
final class Places {
  private Places() {}

  /** Whether an operator takes a learned weight, and nothing else, at an input. */
  static boolean weight(RawNode node, int place) {
    return switch (node.opType()) {
      case "Conv",
          "ConvTranspose",
          "Gemm",
          "PRelu",
          "InstanceNormalization",
          "LayerNormalization",
          "GroupNormalization",
          "RMSNormalization",
          "FusedConv",
          "SimplifiedLayerNormalization" ->
          place == 1 || place == 2;
      case "BatchNormalization" -> place >= 1 && place <= 4;
      case "LSTM", "GRU", "RNN" -> place >= 1 && place <= 3;
      case "DeformConv" -> place == 1 || place == 3;
      default -> quantized(node, place);
    };
  }

  /** Whether an operator takes a quantized weight at an input. */
  static boolean quantized(RawNode node, int place) {
    return switch (node.opType()) {
      case "DequantizeLinear" -> place == 0;
      case "ConvInteger", "MatMulInteger" -> place == 1;
      case "QLinearConv", "QLinearMatMul" -> place == 3;
      default -> false;
    };
  }

  /** Whether an operator often, but not always, takes a learned weight at an input. */
  static boolean perhapsWeight(RawNode node, int place) {
    return switch (node.opType()) {
      case "MatMul" -> place <= 1;
      case "Gather" -> place == 0;
      case "Add", "Mul", "Expand" -> true;
      default -> false;
    };
  }

  /** Whether an operator may take a weight at an input even where that is written as a constant. */
  static boolean constantWeight(RawNode node, int place, RawTensor tensor) {
    return weight(node, place)
        || (perhapsWeight(node, place)
            && !node.opType().equals("Expand")
            && tensor.shape().elements() > 1);
  }

  /** Whether an operator takes at an input only numbers that say how it works, never weights. */
  static boolean structural(RawNode node, int place) {
    return switch (node.opType()) {
      case "Clip", "Resize", "Upsample", "RoiAlign" -> place >= 1;
      case "Pad", "OneHot", "QLinearMatMul" -> place >= 2;
      case "LSTM", "GRU", "RNN" -> place >= 4;
      case "Pow", "Dropout", "QuantizeLinear", "DequantizeLinear", "Reshape", "Mod" -> place >= 1;
      case "Range",
          "Less",
          "LessOrEqual",
          "Greater",
          "GreaterOrEqual",
          "Equal",
          "NonMaxSuppression" ->
          true;
      default -> false;
    };
  }

  /** Whether an operator's result is its first input in another arrangement, or nearly so. */
  static boolean arranges(RawNode node) {
    return switch (node.opType()) {
      case "Transpose", "Reshape", "Identity", "Cast", "Unsqueeze", "Squeeze", "Flatten" -> true;
      // Sets some elements of a bias, as where attention has none for its keys.
      case "ScatterND" -> true;
      default -> false;
    };
  }
}
