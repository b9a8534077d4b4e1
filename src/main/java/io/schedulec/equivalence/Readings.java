package io.schedulec.equivalence;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the removed channels where they are read.
 *
 * <p>Filters that are removed themselves are no readers: whether anything depends on what they make
 * is asked where their own channel is read.
 */
final class Readings {
  private static final int[] NOTHING = {};

  private final Flow flow;
  private final Uses uses;
  private final Map<CoupledGroup, Finding> findings;

  private Readings(Flow flow, Uses uses, Map<CoupledGroup, Finding> findings) {
    this.flow = flow;
    this.uses = uses;
    this.findings = findings;
  }

  /** Adds to the findings what the readers of a model see, in graph order. */
  static void add(ModelGraph graph, Flow flow, Map<CoupledGroup, Finding> findings) {
    Readings readings = new Readings(flow, Uses.of(graph, flow.fixed()), findings);
    for (Node node : graph.nodes()) {
      if (node.standard()) {
        readings.look(node);
      } else {
        readings.lost(node);
      }
    }
  }

  private void look(Node node) {
    Optional<Layer> layer = flow.layers().layer(node);
    if (layer.isPresent()) {
      look(layer.get());
      return;
    }
    switch (node.opType()) {
      case "Conv", "ConvTranspose" -> unknownWeights(node);
      case "Gemm", "MatMul" -> product(node);
      case "Shape", "Size" -> {}
      default -> lost(node);
    }
  }

  private void look(Layer layer) {
    lookAtParts(layer);
    boolean foldable = layer.even() && uses.once(layer.node());
    int channels = layer.channelsPerFilter() * layer.groups();
    for (int i = 0; i < channels; i++) {
      int channel = flow.removed().at(layer.data(), layer.dataAxis(), i);
      if (channel >= 0) {
        look(layer, i, channel, foldable);
      }
    }
  }

  private void look(Layer layer, int index, int channel, boolean foldable) {
    double state = flow.state(layer.data(), channel);
    boolean read = false;
    boolean used = false;
    int first = layer.firstFilter(index);
    for (int f = first; f < first + layer.filtersPerChannel() && !used; f++) {
      if (flow.removed().at(layer.out(), layer.outAxis(), f) < 0) {
        read = true;
        used = state != 0 && !layer.ignores(f, index);
      }
    }
    if (read) {
      EquivalenceClass constant =
          foldable ? EquivalenceClass.EXACT_AFTER_FOLD : EquivalenceClass.APPROXIMATE;
      EquivalenceClass otherwise = Double.isNaN(state) ? EquivalenceClass.APPROXIMATE : constant;
      add(layer.node(), channel, state, used ? otherwise : EquivalenceClass.EXACT);
    }
  }

  /** Of a channel that goes into an operator and does not come out, nothing is certain. */
  private void lost(Node node) {
    for (Optional<Value> input : node.inputs()) {
      for (int channel : input.isPresent() ? flow.removed().in(input.get()) : NOTHING) {
        if (!comesOut(node, channel)) {
          add(node, channel, Double.NaN);
        }
      }
    }
  }

  private boolean comesOut(Node node, int channel) {
    for (Optional<Value> output : node.outputs()) {
      if (output.isPresent() && flow.removed().axes(output.get(), channel) != 0) {
        return true;
      }
    }
    return false;
  }

  /** A channel whose indices along an axis cannot be told apart may make anything there. */
  private void lookAtParts(Layer layer) {
    Value data = layer.data();
    int bit = 1 << (flow.shape(data).rank() - 1 - layer.dataAxis());
    for (int channel : flow.removed().in(data)) {
      boolean here = (flow.removed().axes(data, channel) & bit) != 0;
      if (here && flow.removed().indices(data, layer.dataAxis(), channel).length == 0) {
        add(layer.node(), channel, Double.NaN);
      }
    }
  }

  /** A convolution whose weights are computed: only zeros are certain to make nothing of it. */
  private void unknownWeights(Node node) {
    Value data = node.input(0).orElseThrow();
    for (int channel : flow.removed().in(data)) {
      add(node, channel, flow.state(data, channel));
    }
  }

  /** A product that is no layer: a channel that is multiplied away is lost unless it is zero. */
  private void product(Node node) {
    Value a = node.input(0).orElseThrow();
    Value b = node.input(1).orElseThrow();
    int innerOfA = inner(node, a, 0);
    int innerOfB = inner(node, b, 1);
    if (innerOfA < 0 || flow.shape(b).rank() == 0) {
      return;
    }
    long size = Math.min(flow.shape(a).dim(innerOfA), flow.shape(b).dim(innerOfB));
    for (int i = 0; i < size; i++) {
      int channel = Math.max(flow.removed().at(a, innerOfA, i), flow.removed().at(b, innerOfB, i));
      if (channel >= 0) {
        boolean zero = zero(a, innerOfA, i, channel) || zero(b, innerOfB, i, channel);
        add(node, channel, zero ? 0 : Double.NaN);
      }
    }
  }

  /** The axis of a factor that is multiplied away. */
  private int inner(Node node, Value factor, int place) {
    int rank = flow.shape(factor).rank();
    if (node.opType().equals("Gemm")) {
      boolean transposed = node.attributes().integer(place == 0 ? "transA" : "transB", 0) != 0;
      return transposed == (place == 0) ? 0 : 1;
    }
    return place == 0 ? rank - 1 : Math.max(0, rank - 2);
  }

  private boolean zero(Value factor, int axis, int index, int channel) {
    Optional<Tensor> tensor = flow.fixed().of(factor);
    return tensor.isPresent()
        ? tensor.get().slice(axis, index).uniform() == 0
        : flow.state(factor, channel) == 0;
  }

  private void add(Node node, int channel, double state) {
    boolean zero = state == 0;
    add(node, channel, state, zero ? EquivalenceClass.EXACT : EquivalenceClass.APPROXIMATE);
  }

  private void add(Node node, int channel, double state, EquivalenceClass equivalence) {
    Finding finding = findings.get(flow.removed().group(channel));
    if (finding != null) {
      finding.add(state, equivalence, uses.name(node));
    }
  }
}
