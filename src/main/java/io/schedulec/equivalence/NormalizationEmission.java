package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/**
 * Batch normalisation with running statistics: {@code scale * (x - mean) / sqrt(var + eps) + b}.
 */
final class NormalizationEmission implements EmissionRule {
  @Override
  public List<String> opTypes() {
    return List.of("BatchNormalization");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    Value in = node.input(0).orElseThrow();
    if (node.attributes().integer("training_mode", 0) != 0
        || !flow.removed().onlyOn(1, in, channel)) {
      return Double.NaN;
    }
    double state = flow.state(in, channel);
    int[] indices = flow.removed().indices(in, 1, channel);
    double[] states = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      states[i] = normalised(node, indices[i], state, flow);
    }
    return Flow.same(states);
  }

  private static double normalised(Node node, int index, double state, Flow flow) {
    double scale = parameter(node, 1, index, flow);
    double shift = parameter(node, 2, index, flow);
    double mean = parameter(node, 3, index, flow);
    double variance = parameter(node, 4, index, flow);
    double epsilon = node.attributes().real("epsilon", 1e-5);
    return scale == 0 ? shift : scale * (state - mean) / Math.sqrt(variance + epsilon) + shift;
  }

  private static double parameter(Node node, int place, int index, Flow flow) {
    Tensor tensor = flow.fixed().of(node.input(place).orElseThrow()).orElse(null);
    return tensor == null || tensor.rank() != 1 ? Double.NaN : tensor.at(index);
  }
}
