package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/**
 * Overwriting elements by tensors of indices: axes that are written to by number stay as they are,
 * the others pass from data and updates alike.
 */
final class ScatterRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("ScatterND", "ScatterElements", "Scatter");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value chosen = node.input(1).orElseThrow();
    Value updates = node.input(2).orElseThrow();
    Value out = node.output(0).orElseThrow();
    int rank = links.shape(in).rank();
    if (node.opType().equals("ScatterND")) {
      long depth = links.shape(chosen).dim(links.shape(chosen).rank() - 1);
      slices(links, in, updates, depth < 0 ? rank : (int) depth, rank);
      passTail(links, updates, out, depth < 0 ? rank : (int) depth);
    } else {
      elements(node, links, in, chosen, updates, out);
    }
    links.pass(in, out);
  }

  private static void slices(Links links, Value in, Value updates, int depth, int rank) {
    for (int i = 0; i < Math.min(depth, rank); i++) {
      links.freeze(in, i, Reason.SELECTED);
    }
    int first = links.shape(updates).rank() - (rank - depth);
    for (int i = 0; i < first; i++) {
      links.freeze(updates, i, Reason.SELECTED);
    }
  }

  private static void passTail(Links links, Value updates, Value out, int depth) {
    int rank = links.shape(updates).rank();
    int first = rank - (links.shape(out).rank() - depth);
    int[] axes = new int[rank];
    for (int i = 0; i < rank; i++) {
      axes[i] = i < first ? -1 : i - first + depth;
    }
    links.pass(updates, out, axes, false);
  }

  private static void elements(
      Node node, Links links, Value in, Value chosen, Value updates, Value out) {
    int rank = links.shape(in).rank();
    long given = node.attributes().integer("axis", 0);
    int axis = (int) (given < 0 ? given + rank : given);
    int[] axes = Choices.others(rank, axis);
    for (int i = 0; i < rank; i++) {
      if (i == axis || !links.sameSize(updates, i, out, i)) {
        links.freeze(in, i, Reason.SELECTED);
        links.freeze(updates, i, Reason.SELECTED);
        links.freeze(chosen, i, Reason.SELECTED);
        axes[i] = -1;
      }
    }
    links.pass(updates, out, axes, false);
    links.pass(chosen, out, axes, false);
  }
}
