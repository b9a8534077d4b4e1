package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Recurrent layers: hidden unit i is row i of each gate of the weights, column i of the recurrent
 * weights, and channel i of the states and outputs, in both directions alike.
 */
final class RecurrentRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("LSTM", "GRU", "RNN");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value weight = node.input(1).orElseThrow();
    Value recurrent = node.input(2).orElseThrow();
    if (links.shape(weight).rank() != 3 || links.shape(recurrent).rank() != 3) {
      links.freeze(in, Reason.UNKNOWN_SHAPE);
      links.freeze(weight, Reason.UNKNOWN_SHAPE);
      links.freeze(recurrent, Reason.UNKNOWN_SHAPE);
      return;
    }
    links.channels(weight, 2);
    links.pass(in, 2, weight, 2);
    links.channels(recurrent, 2);
    Axis hidden = links.axis(recurrent, 2);
    gates(links, weight, 1, hidden);
    gates(links, recurrent, 1, hidden);
    links.filters(weight, 1, false);
    links.filters(recurrent, 1, false);
    if (node.input(3).isPresent()) {
      links.bias(node.input(3).get(), 1);
      gates(links, node.input(3).get(), 1, hidden);
    }
    if (node.input(7).isPresent()) {
      gates(links, node.input(7).get(), 1, hidden);
    }
    directions(links, weight, recurrent);
    states(node, links, hidden);
  }

  /** Rows of each gate one after the other. */
  private static void gates(Links links, Value value, int axis, Axis hidden) {
    Axis rows = links.axis(value, axis);
    if (hidden.size() <= 0 || rows.size() < 0 || rows.size() % hidden.size() != 0) {
      links.freeze(rows, Reason.UNKNOWN_SHAPE);
      links.freeze(hidden, Reason.UNKNOWN_SHAPE);
    } else {
      links.tie(rows, hidden, new IndexMap.Cycle(hidden.size()));
    }
  }

  private static void directions(Links links, Value... weights) {
    for (Value weight : weights) {
      links.hold(weight, 0, Reason.FIXED_SHAPE);
    }
  }

  /** The last axis of states and outputs is the hidden units. */
  private static void states(Node node, Links links, Axis hidden) {
    for (int i = 5; i <= 6; i++) {
      Optional<Value> state = node.input(i);
      if (state.isPresent()) {
        links.tie(links.axis(state.get(), links.shape(state.get()).rank() - 1), hidden);
      }
    }
    for (Optional<Value> output : node.outputs()) {
      if (output.isPresent()) {
        links.tie(links.axis(output.get(), links.shape(output.get()).rank() - 1), hidden);
      }
    }
  }
}
