package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Reading maps at given places: channels pass, places stay as they are. */
final class SamplingRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("GridSample", "RoiAlign", "MaxRoiPool", "MaxUnpool");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    links.freezeFrom(2, in, Reason.WINDOWED);
    boolean regions = node.opType().endsWith("Align") || node.opType().equals("MaxRoiPool");
    int[] axes = new int[links.shape(in).rank()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i == 1 || (i == 0 && !regions) ? i : -1;
    }
    if (regions) {
      links.hold(in, 0, Reason.SELECTED);
    }
    links.pass(in, out, axes, false);
    for (int i = 1; i < node.inputs().size(); i++) {
      Optional<Value> places = node.input(i);
      if (places.isPresent()) {
        boolean alike = node.opType().equals("MaxUnpool") && i == 1;
        if (alike) {
          links.freezeFrom(2, places.get(), Reason.WINDOWED);
          links.pass(places.get(), out, axes, false);
        } else {
          links.freeze(places.get(), Reason.FIXED_SHAPE);
        }
      }
    }
  }
}
