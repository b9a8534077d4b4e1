package io.schedulec.surgery;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.Node;
import io.schedulec.graph.Operators;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of all cut rules, by operator. */
final class CutRules {
  private static final List<String> ARITHMETIC =
      List.of(
          "Add",
          "And",
          "BitShift",
          "BitwiseAnd",
          "BitwiseOr",
          "BitwiseXor",
          "Div",
          "Equal",
          "Greater",
          "GreaterOrEqual",
          "Less",
          "LessOrEqual",
          "Max",
          "Mean",
          "Min",
          "Mod",
          "Mul",
          "Or",
          "PRelu",
          "Pow",
          "Sub",
          "Sum",
          "Where",
          "Xor");
  private static final Map<String, CutRule> BY_OPERATOR = rules();

  private CutRules() {}

  /** Whether an operator makes a tensor as large as it is asked for. */
  static boolean fills(String opType) {
    return opType.equals("Expand") || opType.equals("ConstantOfShape");
  }

  /** Follows a cut through a node. */
  static void follow(CutNode at) {
    Node node = at.node();
    CutRule rule = rule(at);
    if (rule == null) {
      throw at.refuse("what this operator does to channels is not known");
    }
    try {
      rule.follow(at);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException malformed) {
      throw new CannotCutException("channels cannot be cut at " + node + ": it is malformed");
    }
  }

  private static @Nullable CutRule rule(CutNode at) {
    CutRule known = at.node().standard() ? BY_OPERATOR.get(at.node().opType()) : null;
    Optional<DeclaredOperator> declared = known == null ? at.declared() : Optional.empty();
    return declared.isPresent() ? new DeclaredCut(declared.get()) : known;
  }

  private static Map<String, CutRule> rules() {
    Map<String, CutRule> rules = new HashMap<>();
    Operators.ELEMENTWISE.forEach(operator -> rules.put(operator, SameAxes::elementwise));
    rules.put("Dropout", SameAxes::elementwise);
    Operators.REDUCTIONS.forEach(operator -> rules.put(operator, MovedAxes::reduce));
    ARITHMETIC.forEach(operator -> rules.put(operator, Broadcasting::follow));
    for (String operator : List.of("Softmax", "LogSoftmax", "Hardmax", "LpNormalization", "LRN")) {
      rules.put(operator, SameAxes::normalised);
    }
    for (String operator : List.of("MaxPool", "AveragePool", "LpPool")) {
      rules.put(operator, SameAxes::pooled);
      rules.put("Global" + operator, SameAxes::pooled);
    }
    rules.put("BatchNormalization", SameAxes::batchNormalised);
    rules.put("InstanceNormalization", SameAxes::batchNormalised);
    for (String operator :
        List.of("LayerNormalization", "RMSNormalization", "SimplifiedLayerNormalization")) {
      rules.put(operator, Normalising::layer);
    }
    rules.put("GroupNormalization", Normalising::groups);
    rules.put("Pad", SameAxes::sizesKept);
    rules.put("Resize", SameAxes::resized);
    rules.put("Upsample", SameAxes::resized);
    rules.put("Transpose", MovedAxes::transpose);
    rules.put("Squeeze", MovedAxes::squeeze);
    rules.put("Unsqueeze", MovedAxes::unsqueeze);
    rules.put("Concat", Joining::follow);
    rules.put("Conv", Convolutions::conv);
    rules.put("ConvTranspose", Convolutions::convTranspose);
    rules.put("Gemm", Products::gemm);
    rules.put("MatMul", Products::matMul);
    rules.put("Reshape", Regrouping::reshape);
    rules.put("Flatten", Regrouping::flatten);
    rules.put("Expand", Filling::expand);
    rules.put("ConstantOfShape", Filling::constant);
    rules.put("Tile", Filling::tile);
    rules.put("Einsum", Contracting::einsum);
    rules.put("Attention", Contracting::attention);
    for (String operator : List.of("LSTM", "GRU", "RNN")) {
      rules.put(operator, Recurrent::follow);
    }
    choosing(rules);
    // Whatever the size, they only say what it is.
    rules.put("Shape", at -> {});
    rules.put("Size", at -> {});
    return rules;
  }

  private static void choosing(Map<String, CutRule> rules) {
    rules.put("Split", Slicing::split);
    rules.put("Slice", Slicing::slice);
    rules.put("Gather", Choosing::gather);
    rules.put("GatherElements", Choosing::gatherElements);
    rules.put("GatherND", Choosing::gatherNd);
    rules.put("Scatter", Choosing::scatterElements);
    rules.put("ScatterElements", Choosing::scatterElements);
    rules.put("ScatterND", Choosing::scatterNd);
    rules.put("Compress", SameAxes::compressed);
    rules.put("TopK", Choosing::topK);
    rules.put("CumSum", SameAxes::accumulated);
    rules.put("CumProd", SameAxes::accumulated);
    rules.put("Trilu", SameAxes::triangular);
    rules.put("ReverseSequence", SameAxes::reversed);
    rules.put("DepthToSpace", Choosing::blocks);
    rules.put("SpaceToDepth", Choosing::blocks);
    rules.put("QuantizeLinear", SameAxes::quantized);
    rules.put("DequantizeLinear", SameAxes::quantized);
    for (String operator : List.of("GridSample", "RoiAlign", "MaxRoiPool", "MaxUnpool")) {
      rules.put(operator, SameAxes::sampled);
    }
    for (String operator :
        List.of(
            "AffineGrid",
            "BlackmanWindow",
            "EyeLike",
            "HammingWindow",
            "HannWindow",
            "Multinomial",
            "NonZero",
            "OneHot",
            "RandomNormal",
            "RandomNormalLike",
            "RandomUniform",
            "RandomUniformLike",
            "Range")) {
      rules.put(operator, SameAxes::source);
    }
  }

  /** The operators that have a rule. */
  static List<String> operators() {
    return BY_OPERATOR.keySet().stream().sorted().toList();
  }
}
