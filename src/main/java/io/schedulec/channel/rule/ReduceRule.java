package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Operators;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reductions: the reduced axes are frozen, unless the result only normalises them; the others pass.
 */
final class ReduceRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return Operators.REDUCTIONS;
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    Optional<boolean[]> reduced = reduced(node, links, links.shape(in).rank());
    if (reduced.isEmpty()) {
      links.freeze(in, Reason.UNKNOWN_SHAPE);
      links.freeze(out, Reason.UNKNOWN_SHAPE);
      return;
    }
    boolean keep = node.attributes().integer("keepdims", 1) != 0;
    int[] axes = new int[links.shape(in).rank()];
    int next = 0;
    for (int i = 0; i < axes.length; i++) {
      boolean gone = reduced.get()[i];
      axes[i] = gone ? -1 : next;
      next += gone && !keep ? 0 : 1;
      if (gone) {
        reduce(node, links, in, i);
      }
    }
    links.pass(in, out, axes, false);
  }

  /** Statistics that normalise are those of the channels there are. */
  private static void reduce(Node node, Links links, Value in, int axis) {
    if (links.live(in, axis) && !links.fixed(in) && links.normalises(node)) {
      links.normalise(in, axis);
    } else {
      links.hold(in, axis, Reason.REDUCED);
    }
  }

  private static Optional<boolean[]> reduced(Node node, Links links, int rank) {
    boolean[] reduced = new boolean[rank];
    Optional<long[]> axes = node.attributes().integers("axes");
    if (node.opType().startsWith("Arg")) {
      axes = Optional.of(new long[] {node.attributes().integer("axis", 0)});
    } else if (axes.isEmpty() && node.input(1).isPresent()) {
      axes = links.integers(node.input(1).get());
      if (axes.isEmpty()) {
        return Optional.empty();
      }
    }
    if (axes.isEmpty() || axes.get().length == 0) {
      Arrays.fill(reduced, node.attributes().integer("noop_with_empty_axes", 0) == 0);
      return Optional.of(reduced);
    }
    for (long axis : axes.get()) {
      int place = (int) (axis < 0 ? axis + rank : axis);
      if (place >= 0 && place < rank) {
        reduced[place] = true;
      }
    }
    return Optional.of(reduced);
  }
}
