package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Operators that depend on the order along one or two axes, which stay as they are. */
final class OrderRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("TopK", "CumSum", "CumProd", "Trilu", "ReverseSequence");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    int rank = links.shape(in).rank();
    boolean[] ordered = ordered(node, links, rank);
    int[] axes = new int[rank];
    for (int i = 0; i < rank; i++) {
      axes[i] = ordered[i] ? -1 : i;
      if (ordered[i]) {
        links.freeze(in, i, Reason.SELECTED);
      }
    }
    for (Optional<Value> output : node.outputs()) {
      if (output.isPresent()) {
        links.pass(in, output.get(), axes, false);
      }
    }
  }

  private static boolean[] ordered(Node node, Links links, int rank) {
    boolean[] ordered = new boolean[rank];
    switch (node.opType()) {
      case "TopK" -> ordered[normal(node.attributes().integer("axis", -1), rank)] = true;
      case "Trilu" -> {
        ordered[rank - 1] = true;
        ordered[rank - 2] = true;
      }
      case "ReverseSequence" -> {
        ordered[0] = true;
        ordered[1] = true;
      }
      default -> {
        Optional<long[]> axis = links.integers(node.input(1).orElseThrow());
        for (int i = 0; i < rank; i++) {
          ordered[i] = axis.isEmpty() || normal(axis.get()[0], rank) == i;
        }
      }
    }
    return ordered;
  }

  private static int normal(long axis, int rank) {
    return (int) (axis < 0 ? axis + rank : axis);
  }
}
