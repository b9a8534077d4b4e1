package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Convolutions and linear layers: a filter emits its bias where all it reads is zero, or its
 * weights are; constants come on top where no padding mixes with them.
 */
final class LayerEmission implements EmissionRule {
  @Override
  public List<String> opTypes() {
    return List.of("Conv", "ConvTranspose", "Gemm", "MatMul");
  }

  @Override
  public double emit(Node node, int channel, Flow flow) {
    Optional<Layer> layer = flow.layers().layer(node);
    Value out = node.output(0).orElseThrow();
    if (layer.isEmpty()) {
      return node.opType().equals("MatMul") ? product(node, channel, flow) : Double.NaN;
    }
    if (!flow.removed().onlyOn(layer.get().outAxis(), out, channel)) {
      return Double.NaN;
    }
    int[] filters = flow.removed().indices(out, layer.get().outAxis(), channel);
    double[] states = new double[filters.length];
    for (int i = 0; i < filters.length; i++) {
      states[i] = bias(node, filters[i], channel, flow) + response(layer.get(), filters[i], flow);
    }
    return Flow.same(states);
  }

  /** A product of which both sides are computed is zero where a zero runs along it. */
  private static double product(Node node, int channel, Flow flow) {
    Value a = node.input(0).orElseThrow();
    Value b = node.input(1).orElseThrow();
    boolean left = flow.removed().axes(a, channel) != 0;
    boolean right = flow.removed().axes(b, channel) != 0;
    boolean zero =
        (left || right)
            && (!left || flow.state(a, channel) == 0)
            && (!right || flow.state(b, channel) == 0);
    return zero ? 0 : Double.NaN;
  }

  private static double bias(Node node, int filter, int channel, Flow flow) {
    Optional<Value> bias = node.input(2);
    if (bias.isEmpty()) {
      return 0;
    }
    if (node.opType().equals("Gemm")) {
      double beta = node.attributes().real("beta", 1);
      return beta * flow.operand(bias.get(), node.output(0).orElseThrow(), channel);
    }
    Optional<Tensor> tensor = flow.fixed().of(bias.get());
    return tensor.isPresent() && tensor.get().rank() == 1 ? tensor.get().at(filter) : Double.NaN;
  }

  private static double response(Layer layer, int filter, Flow flow) {
    double sum = 0;
    int first = layer.firstChannel(filter);
    for (int i = first; i < first + layer.channelsPerFilter(); i++) {
      if (!layer.ignores(filter, i)) {
        int source = flow.removed().at(layer.data(), layer.dataAxis(), i);
        double state = source < 0 ? Double.NaN : flow.state(layer.data(), source);
        sum += state == 0 ? 0 : layer.even() ? state * layer.gain(filter, i) : Double.NaN;
      }
      if (Double.isNaN(sum)) {
        return sum;
      }
    }
    return sum;
  }
}
