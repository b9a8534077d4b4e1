package io.schedulec.graph.onnx;

/** Where traced functions take their parameters, and which of them an operator's input is. */
final class CallPlaces {
  /** No argument in particular. */
  static final int NONE = -1;

  /** What a parameter is to its layer. */
  enum Role {
    WEIGHT,
    BIAS,
    MEAN,
    VARIANCE,
    OTHER
  }

  private CallPlaces() {}

  /** What an operator takes at one of its inputs. */
  static Role role(RawNode node, int place) {
    return switch (node.opType()) {
      case "MatMul", "Gather", "Mul" -> Role.WEIGHT;
      case "Add" -> Role.BIAS;
      case "Conv",
          "ConvTranspose",
          "Gemm",
          "PRelu",
          "InstanceNormalization",
          "LayerNormalization",
          "GroupNormalization",
          "RMSNormalization",
          "BatchNormalization" ->
          switch (place) {
            case 1 -> Role.WEIGHT;
            case 2 -> Role.BIAS;
            case 3 -> Role.MEAN;
            case 4 -> Role.VARIANCE;
            default -> Role.OTHER;
          };
      default -> Role.OTHER;
    };
  }

  /** The argument that a function takes for something, or {@link #NONE}. */
  static int argument(String function, Role role) {
    return switch (function) {
      case "linear",
          "conv1d",
          "conv2d",
          "conv3d",
          "convolution",
          "conv_transpose1d",
          "conv_transpose2d",
          "conv_transpose3d",
          "native_group_norm" ->
          either(role, 1, 2);
      case "batch_norm",
          "instance_norm",
          "native_batch_norm",
          "cudnn_batch_norm",
          "_native_batch_norm_legit",
          "_native_batch_norm_legit_functional",
          "_native_batch_norm_legit_no_training",
          "_batch_norm_with_update",
          "_batch_norm_no_update" ->
          switch (role) {
            case MEAN -> 3;
            case VARIANCE -> 4;
            case WEIGHT, BIAS, OTHER -> either(role, 1, 2);
          };
      case "layer_norm", "native_layer_norm", "group_norm", "rms_norm" -> either(role, 2, 3);
      case "addmm" -> either(role, 2, 0);
      case "embedding" -> either(role, 0, NONE);
      case "prelu", "_prelu_kernel", "mm" -> either(role, 1, NONE);
      default -> NONE;
    };
  }

  private static int either(Role role, int weight, int bias) {
    return switch (role) {
      case WEIGHT -> weight;
      case BIAS -> bias;
      case MEAN, VARIANCE, OTHER -> NONE;
    };
  }
}
