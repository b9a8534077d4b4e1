package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Padding: axes that are padded are frozen, the others pass. */
final class PadRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Pad");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    boolean[] still = still(node, links, links.shape(in).rank());
    int[] axes = new int[still.length];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = still[i] ? i : -1;
      if (!still[i]) {
        links.hold(in, i, Reason.PADDED);
        links.hold(out, i, Reason.PADDED);
      }
    }
    links.pass(in, out, axes, false);
  }

  /** The axes that are certainly not padded. */
  private static boolean[] still(Node node, Links links, int rank) {
    boolean[] still = new boolean[rank];
    Optional<long[]> axes =
        node.input(3).isPresent() ? links.integers(node.input(3).get()) : Optional.empty();
    int count = count(node, links) / 2;
    if (count == 0 || (axes.isEmpty() && node.input(3).isPresent())) {
      return still;
    }
    Arrays.fill(still, true);
    for (int i = 0; i < count; i++) {
      long axis = axes.isPresent() && i < axes.get().length ? axes.get()[i] : i;
      int place = (int) (axis < 0 ? axis + rank : axis);
      if (place >= 0 && place < rank) {
        still[place] = zero(node, links, i) && zero(node, links, i + count);
      }
    }
    return still;
  }

  /** How many numbers say what is added; 0 where that is unknown. */
  private static int count(Node node, Links links) {
    Optional<long[]> own = node.attributes().integers("pads");
    if (own.isPresent() || node.input(1).isEmpty()) {
      return own.orElse(new long[0]).length;
    }
    Shape shape = links.shape(node.input(1).get());
    return shape.rank() == 1 && shape.known(0) ? (int) shape.dim(0) : 0;
  }

  private static boolean zero(Node node, Links links, int index) {
    Optional<long[]> own = node.attributes().integers("pads");
    return own.isPresent()
        ? own.get()[index] == 0
        : links.integer(node.input(1).orElseThrow(), index).orElse(1) == 0;
  }
}
