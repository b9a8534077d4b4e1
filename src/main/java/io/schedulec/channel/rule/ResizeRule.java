package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.List;

/** Resampling: axes whose size stays pass, the others are frozen. */
final class ResizeRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Resize", "Upsample");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    Shape from = links.shape(in);
    int[] axes = new int[from.rank()];
    boolean crop = node.attributes().text("coordinate_transformation_mode", "").startsWith("tf_c");
    for (int i = 0; i < axes.length; i++) {
      boolean same =
          from.known(i) ? from.dim(i) == links.shape(out).dim(i) : links.sameSize(in, i, out, i);
      axes[i] = same && !crop ? i : -1;
      if (axes[i] < 0) {
        links.hold(in, i, Reason.FIXED_SHAPE);
      }
    }
    links.pass(in, out, axes, false);
    for (int i = 1; i < node.inputs().size(); i++) {
      if (node.input(i).isPresent()) {
        links.freeze(node.input(i).get(), Reason.FIXED_SHAPE);
      }
    }
  }
}
