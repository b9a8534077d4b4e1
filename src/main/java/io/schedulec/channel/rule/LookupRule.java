package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/** Choosing elements by tensors of indices: the axes that are chosen from stay as they are. */
final class LookupRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("GatherElements", "GatherND", "Compress");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value chosen = node.input(1).orElseThrow();
    Value out = node.output(0).orElseThrow();
    switch (node.opType()) {
      case "GatherElements" -> elements(node, links, in, chosen, out);
      case "GatherND" -> slices(node, links, in, chosen, out);
      default -> kept(node, links, in, out);
    }
  }

  /** Element by element, an axis of the result is one of the indices; other axes may be cut off. */
  private static void elements(Node node, Links links, Value in, Value chosen, Value out) {
    int rank = links.shape(in).rank();
    int axis = normal(node.attributes().integer("axis", 0), rank);
    int[] axes = Choices.others(rank, axis);
    for (int i = 0; i < rank; i++) {
      if (i == axis || !links.sameSize(in, i, out, i)) {
        links.freeze(in, i, Reason.SELECTED);
        axes[i] = -1;
      }
    }
    links.pass(in, out, axes, false);
    links.pass(chosen, out);
  }

  /** The first axes are batches, then come those that are chosen from, then what is chosen. */
  private static void slices(Node node, Links links, Value in, Value chosen, Value out) {
    int rank = links.shape(in).rank();
    int batch = (int) node.attributes().integer("batch_dims", 0);
    int depth = (int) links.shape(chosen).dim(links.shape(chosen).rank() - 1);
    int[] axes = new int[rank];
    int kept = links.shape(out).rank() - rank;
    for (int i = 0; i < rank; i++) {
      boolean from = i >= batch && (depth < 0 || i < batch + depth);
      axes[i] = from ? -1 : i < batch ? i : i + kept;
      if (from) {
        links.freeze(in, i, Reason.SELECTED);
      }
    }
    links.pass(in, out, axes, false);
  }

  private static void kept(Node node, Links links, Value in, Value out) {
    int rank = links.shape(in).rank();
    if (node.attributes().integer("axis").isEmpty()) {
      links.freeze(in, Reason.SELECTED);
      return;
    }
    int axis = normal(node.attributes().integer("axis", 0), rank);
    links.freeze(in, axis, Reason.SELECTED);
    links.pass(in, out, Choices.others(rank, axis), false);
  }

  private static int normal(long axis, int rank) {
    return (int) (axis < 0 ? axis + rank : axis);
  }
}
