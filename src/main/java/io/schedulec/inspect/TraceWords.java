package io.schedulec.inspect;

import io.schedulec.channel.Holding;
import io.schedulec.channel.Trace;
import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trace in words: {@code layer3.0.conv2 -> Add 3.0 <- layer3.0.downsample.0}.
 *
 * <p>Arrows point the way the data flows, and the operator of a layer bears the layer's name.
 */
final class TraceWords {
  private static final String FORWARD = "->";
  private static final String BACK = "<-";

  /**
   * A place on the way.
   *
   * @param node the operator, or null for a tensor that a way starts or ends at
   * @param source whether it is a tensor that no operator computes
   */
  private record Stop(String name, @Nullable Node node, boolean source) {}

  private final NodeWords names;
  private final List<Stop> stops = new ArrayList<>();
  private final List<Value> wires = new ArrayList<>();

  private TraceWords(NodeWords names, Trace trace) {
    this.names = names;
    stops.add(new Stop(names.name(trace.start()), null, true));
    for (int i = 0; i < trace.steps().size(); i++) {
      Node node = trace.steps().get(i).node();
      stop(new Stop(names.name(node), node, false), trace.before(i));
    }
  }

  /** The way to another parameter; every second word is an arrow. */
  static List<String> of(NodeWords names, Trace trace) {
    TraceWords words = new TraceWords(names, trace);
    if (trace.steps().size() > 1) {
      words.layerFirst(trace);
    }
    if (!trace.steps().isEmpty()) {
      words.end(trace.end());
    }
    return words.joined();
  }

  /** The way to what holds channels; every second word is an arrow. */
  static List<String> of(NodeWords names, Holding holding) {
    Trace trace = holding.trace();
    TraceWords words = new TraceWords(names, trace);
    if (!trace.steps().isEmpty()) {
      words.layerFirst(trace);
    }
    if (holding.reason() == Reason.GRAPH_OUTPUT) {
      words.stop(new Stop("output " + trace.end().name(), null, false), trace.end());
    } else if (holding.node().isPresent()) {
      words.holder(holding.node().get(), trace.end());
    } else if (trace.end().kind() != Value.Kind.COMPUTED && !trace.steps().isEmpty()) {
      words.end(trace.end());
    }
    return words.joined();
  }

  /** The operators of the layer that the way starts at take the place of its weight. */
  private void layerFirst(Trace trace) {
    Node node = trace.steps().get(0).node();
    if (!names.own(node, trace.start())) {
      return;
    }
    int last = 1;
    while (last + 1 < stops.size() && within(last + 1, trace.start())) {
      last++;
    }
    Stop layer = new Stop(names.name(trace.start()), stops.get(last).node(), false);
    stops.subList(0, last).clear();
    wires.subList(0, last).clear();
    stops.set(0, layer);
  }

  private boolean within(int stop, Value weight) {
    Node node = stops.get(stop).node();
    return node != null && NodeWords.within(node, weight);
  }

  private void stop(Stop stop, Value wire) {
    stops.add(stop);
    wires.add(wire);
  }

  /** The operator at which a tensor is held; the one that led to it is not named twice. */
  private void holder(Node node, Value tensor) {
    Optional<Value> end = Optional.of(tensor);
    boolean touches = node.inputs().contains(end) || node.outputs().contains(end);
    if (last().node() != node && touches) {
      stop(new Stop(names.name(node), node, false), tensor);
    }
  }

  /** A tensor that no operator computes, or the layer whose weight it is. */
  private void end(Value tensor) {
    Node node = last().node();
    if (stops.size() < 2 || node == null || !names.own(node, tensor)) {
      stop(new Stop(names.name(tensor), null, true), tensor);
      return;
    }
    int first = stops.size() - 1;
    while (first > 1 && within(first - 1, tensor)) {
      first--;
    }
    Stop layer = new Stop(names.name(tensor), stops.get(first).node(), false);
    stops.subList(first, stops.size()).clear();
    wires.subList(first, wires.size()).clear();
    stops.add(layer);
  }

  private Stop last() {
    return stops.get(stops.size() - 1);
  }

  private List<String> joined() {
    List<String> words = new ArrayList<>();
    words.add(stops.get(0).name());
    for (int i = 0; i < wires.size(); i++) {
      Node producer = names.producer(wires.get(i));
      Stop left = stops.get(i);
      Stop right = stops.get(i + 1);
      boolean forward = left.source() || (producer != null && producer == left.node());
      boolean back = right.source() || (producer != null && producer == right.node());
      if (!forward && !back) {
        words.add(BACK);
        words.add(names.name(wires.get(i)));
      }
      words.add(back && !forward ? BACK : FORWARD);
      words.add(right.name());
    }
    return words;
  }

  /**
   * Where the last word of a trace meets the first, in few words: at the last operator that both
   * flow into, after the last that both come from, or next to the one before it.
   */
  static String meeting(List<String> words) {
    for (int i = words.size() - 2; i > 2; i -= 2) {
      boolean forward = words.get(i).equals(FORWARD);
      boolean before = words.get(i - 2).equals(FORWARD);
      if (forward != before) {
        return (before ? "at " : "both after ") + words.get(i - 1);
      }
    }
    if (words.size() < 3) {
      return "";
    }
    int beside = words.size() - 3;
    while (beside > 2 && words.get(beside).startsWith("BatchNorm ")) {
      beside -= 2;
    }
    return (words.get(1).equals(FORWARD) ? "after " : "before ") + words.get(beside);
  }
}
