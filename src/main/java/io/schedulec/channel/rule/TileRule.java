package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.List;

/** Repetition: an axis that is repeated has its channels over and over. */
final class TileRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Tile");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    Shape from = links.shape(in);
    Shape to = links.shape(out);
    int[] axes = new int[from.rank()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = links.sameSize(in, i, out, i) ? i : -1;
    }
    links.pass(in, out, axes, false);
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] < 0) {
        repeat(links, in, out, i, from.known(i) && to.known(i) && from.dim(i) > 0);
      }
    }
  }

  private static void repeat(Links links, Value in, Value out, int axis, boolean known) {
    Axis own = links.axis(in, axis);
    if (known && own.size() > 1) {
      links.tie(links.axis(out, axis), own, new IndexMap.Cycle(own.size()));
    } else {
      links.hold(in, axis, known ? Reason.BROADCAST : Reason.UNKNOWN_SHAPE);
      links.hold(out, axis, known ? Reason.BROADCAST : Reason.UNKNOWN_SHAPE);
    }
  }
}
