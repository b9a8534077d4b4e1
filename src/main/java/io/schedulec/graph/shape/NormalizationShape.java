package io.schedulec.graph.shape;

import java.util.List;

/** Normalisations: the first output is shaped like the first input. */
final class NormalizationShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "BatchNormalization",
        "InstanceNormalization",
        "LayerNormalization",
        "GroupNormalization",
        "RMSNormalization",
        "LpNormalization",
        "MeanVarianceNormalization",
        "LRN");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    at.shape(0, in);
    if (at.opType().equals("BatchNormalization")) {
      statistics(at);
    } else if (at.opType().equals("LayerNormalization")) {
      reduced(at, in);
    }
  }

  /** Running mean and variance, and in old operator sets the saved ones, are shaped like scale. */
  private static void statistics(NodeShapes at) {
    long[] scale = at.shape(1);
    for (int i = 1; scale != null && i < at.outputCount(); i++) {
      at.shape(i, scale);
    }
  }

  /** Mean and inverse deviation keep the normalised axes with size one. */
  private static void reduced(NodeShapes at, long[] in) {
    long[] out = in.clone();
    int first = Math.max(0, at.axis("axis", -1, in.length));
    for (int i = first; i < out.length; i++) {
      out[i] = 1;
    }
    at.shape(1, out);
    at.shape(2, out);
  }
}
