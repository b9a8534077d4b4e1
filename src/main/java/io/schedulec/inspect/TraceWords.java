package io.schedulec.inspect;

import io.schedulec.channel.Holding;
import io.schedulec.channel.Trace;
import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.source.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Traces in words: {@code layer3.0.conv2 -> Add 3.0 <- layer3.0.downsample.0}.
 *
 * <p>Arrows point the way the data flows, and the operator of a layer bears the layer's name.
 */
final class TraceWords {
  private static final String FORWARD = "->";
  private static final String BACK = "<-";

  /** A place on the way: an operator, or a tensor that a way starts or ends at. */
  private record Stop(String name, @Nullable Node node, boolean source) {}

  private final NodeWords names;
  private final List<Stop> stops = new ArrayList<>();
  private final List<Value> wires = new ArrayList<>();

  private TraceWords(NodeWords names) {
    this.names = names;
  }

  /** The way to another parameter; every second word is an arrow. */
  static List<String> of(NodeWords names, Trace trace) {
    TraceWords words = new TraceWords(names);
    words.steps(trace);
    Optional<Parameter> target = trace.end().parameter();
    if (target.isPresent() && !trace.steps().isEmpty()) {
      words.end(NodeWords.name(target.get()), trace.end());
    }
    return words.joined();
  }

  /** The way to what holds channels; every second word is an arrow. */
  static List<String> of(NodeWords names, Holding holding) {
    TraceWords words = new TraceWords(names);
    Trace trace = holding.trace();
    words.steps(trace);
    Value end = trace.end();
    if (holding.reason() == Reason.GRAPH_OUTPUT) {
      words.stop(new Stop(OneLine.of("output " + end.name()), null, false), end);
    } else if (holding.node().isPresent()) {
      words.holder(holding.node().get(), end);
    } else if (end.kind() != Value.Kind.COMPUTED) {
      words.end(names.name(end), end);
    }
    return words.joined();
  }

  private void steps(Trace trace) {
    stops.add(new Stop(names.name(trace.start()), null, true));
    for (int i = 0; i < trace.steps().size(); i++) {
      Node node = trace.steps().get(i).node();
      stop(new Stop(names.name(node), node, false), trace.before(i));
    }
    if (trace.steps().size() > 1 && names.own(trace.steps().get(0).node(), trace.start())) {
      Stop first = new Stop(stops.get(0).name(), stops.get(1).node(), false);
      stops.remove(0);
      wires.remove(0);
      stops.set(0, first);
    }
  }

  private void stop(Stop stop, Value wire) {
    stops.add(stop);
    wires.add(wire);
  }

  /** The operator at which a tensor is held; the one that led to it is not named twice. */
  private void holder(Node node, Value tensor) {
    Stop last = stops.get(stops.size() - 1);
    boolean touches =
        node.inputs().contains(Optional.of(tensor)) || node.outputs().contains(Optional.of(tensor));
    if (last.node() != node && touches) {
      stop(new Stop(names.name(node), node, false), tensor);
    }
  }

  /** A tensor that no operator computes, which has the last word. */
  private void end(String name, Value tensor) {
    int last = stops.size() - 1;
    Node node = stops.get(last).node();
    if (last > 0 && node != null && names.own(node, tensor)) {
      stops.set(last, new Stop(name, node, false));
    } else if (!stops.get(last).name().equals(name) || node != null) {
      stop(new Stop(name, null, true), tensor);
    }
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

  /** Whether an arrow points forward. */
  static boolean forward(String arrow) {
    return arrow.equals(FORWARD);
  }
}
