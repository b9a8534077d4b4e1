package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
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
        links.freeze(links.axis(in, i), Reason.PADDED);
        links.freeze(links.axis(out, i), Reason.PADDED);
      }
    }
    links.pass(in, out, axes, false);
  }

  /** The axes that are certainly not padded. */
  private static boolean[] still(Node node, Links links, int rank) {
    boolean[] still = new boolean[rank];
    Optional<long[]> pads = node.attributes().integers("pads");
    if (pads.isEmpty() && node.input(1).isPresent()) {
      pads = links.integers(node.input(1).get());
    }
    Optional<long[]> axes =
        node.input(3).isPresent() ? links.integers(node.input(3).get()) : Optional.empty();
    if (pads.isEmpty() || (axes.isEmpty() && node.input(3).isPresent())) {
      return still;
    }
    Arrays.fill(still, true);
    int count = pads.get().length / 2;
    for (int i = 0; i < count; i++) {
      long axis = axes.isPresent() && i < axes.get().length ? axes.get()[i] : i;
      int place = (int) (axis < 0 ? axis + rank : axis);
      if (place >= 0 && place < rank) {
        still[place] = pads.get()[i] == 0 && pads.get()[i + count] == 0;
      }
    }
    return still;
  }
}
