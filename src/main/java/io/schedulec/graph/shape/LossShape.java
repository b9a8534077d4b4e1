package io.schedulec.graph.shape;

import java.util.List;

/** Losses: a scalar, or one number for each target; and the logarithms of the probabilities. */
final class LossShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("SoftmaxCrossEntropyLoss", "NegativeLogLikelihoodLoss");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] scores = at.shape(0);
    long[] targets = at.shape(1);
    if (!at.attributes().text("reduction", "mean").equals("none")) {
      at.scalar(0);
    } else if (targets != null) {
      at.shape(0, targets);
    }
    if (scores != null) {
      at.shape(1, scores);
    }
  }
}
