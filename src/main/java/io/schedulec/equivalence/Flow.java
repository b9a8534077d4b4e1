package io.schedulec.equivalence;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each removed channel is in each value of the masked model. */
final class Flow {
  private static final Shape UNKNOWN_RANK = Shape.of();

  private final ModelGraph graph;
  private final ShapeTable shapes;
  private final RemovedChannels removed;
  private final FixedTensors fixed;
  private final Layers layers;
  private final double[] @Nullable [] states;

  private Flow(ModelGraph graph, ShapeTable shapes, RemovedChannels removed, FixedTensors fixed) {
    this.graph = graph;
    this.shapes = shapes;
    this.removed = removed;
    this.fixed = fixed;
    this.layers = Layers.of(graph, shapes, fixed);
    this.states = new double[graph.values().size()][];
  }

  /** Follows the removed channels through all nodes, in graph order. */
  static Flow of(ModelGraph graph, ShapeTable shapes, RemovedChannels removed, FixedTensors fixed) {
    Flow flow = new Flow(graph, shapes, removed, fixed);
    for (Node node : graph.nodes()) {
      flow.apply(node);
    }
    return flow;
  }

  private void apply(Node node) {
    EmissionRule rule = node.standard() ? EmissionRules.rule(node.opType()) : null;
    Optional<Value> out = node.output(0);
    if (rule == null || out.isEmpty()) {
      return;
    }
    int[] channels = removed.in(out.get());
    double[] own = new double[channels.length];
    for (int i = 0; i < channels.length; i++) {
      own[i] = emit(rule, node, channels[i]);
    }
    states[out.get().id()] = own;
  }

  /** What a node that lacks inputs makes, or one that names axes that do not exist, is unknown. */
  private double emit(EmissionRule rule, Node node, int channel) {
    try {
      double state = rule.emit(node, channel, this);
      return Double.isInfinite(state) ? Double.NaN : state;
    } catch (IndexOutOfBoundsException | NoSuchElementException malformed) {
      return Double.NaN;
    }
  }

  /** What a removed channel is in a computed value; NaN where it varies or nothing is known. */
  double state(Value value, int channel) {
    double[] own = states[value.id()];
    int at = own == null ? -1 : Arrays.binarySearch(removed.in(value), channel);
    return own == null || at < 0 ? Double.NaN : own[at];
  }

  /**
   * What an operand contributes to a removed channel of an element by element result, broadcast
   * where it is smaller; NaN where that varies along the channel.
   */
  double operand(Value operand, Value out, int channel) {
    Optional<Tensor> tensor = fixed.of(operand);
    if (tensor.isPresent()) {
      return broadcast(tensor.get(), out, channel);
    }
    return removed.axes(operand, channel) == removed.axes(out, channel)
        ? state(operand, channel)
        : Double.NaN;
  }

  private double broadcast(Tensor tensor, Value out, int channel) {
    int axis = axisOf(out, channel);
    int own = axis + tensor.rank() - shape(out).rank();
    if (axis < 0 || own < 0 || tensor.dim(own) == 1) {
      return tensor.uniform();
    }
    double[] states =
        Arrays.stream(removed.indices(out, axis, channel))
            .mapToDouble(i -> tensor.slice(own, i).uniform())
            .toArray();
    return same(states);
  }

  /** The whole axis that a channel is on, or -1 where there is no one such axis. */
  private int axisOf(Value value, int channel) {
    int bits = removed.axes(value, channel);
    int axis = shape(value).rank() - 1 - Integer.numberOfTrailingZeros(bits);
    boolean one = Integer.bitCount(bits) == 1 && removed.indices(value, axis, channel).length > 0;
    return one ? axis : -1;
  }

  /** The number that all of some numbers are; NaN where they differ, or there are none. */
  static double same(double... states) {
    for (double state : states) {
      if (state != states[0]) {
        return Double.NaN;
      }
    }
    return states.length == 0 ? Double.NaN : states[0];
  }

  /** The shape of a value; that of a scalar where its rank is unknown. */
  Shape shape(Value value) {
    return shapes.shape(value).orElse(UNKNOWN_RANK);
  }

  /** The elements of a small whole-number tensor, if all are known. */
  Optional<long[]> integers(Value value) {
    return shapes.integers(value);
  }

  /** The version of the standard operator set. */
  long opset() {
    return graph.opset();
  }

  RemovedChannels removed() {
    return removed;
  }

  FixedTensors fixed() {
    return fixed;
  }

  Layers layers() {
    return layers;
  }
}
