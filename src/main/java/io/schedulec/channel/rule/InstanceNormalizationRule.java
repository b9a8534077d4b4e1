package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/**
 * Normalisation of each index of axis 1 by itself, over the axes after it.
 *
 * <p>Where axis 1 numbers groups of channels, as exporters write GroupNormalization, all groups
 * stay, and as many channels go from each.
 */
final class InstanceNormalizationRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("InstanceNormalization");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    if (links.shape(in).rank() < 2) {
      links.freeze(in, Reason.UNKNOWN_SHAPE);
      return;
    }
    boolean grouped = !links.whole(in, 1);
    for (int i = 2; i < links.shape(in).rank(); i++) {
      if (links.whole(in, i)) {
        links.hold(in, i, Reason.NORMALISED);
      } else {
        links.normalise(in, i);
      }
    }
    if (grouped) {
      links.separate(in, 1, (int) links.shape(in).dim(1), Reason.NORMALISED);
    }
    links.pass(in, out);
    for (int i = 1; i < node.inputs().size(); i++) {
      Value parameter = node.input(i).orElseThrow();
      links.norm(parameter, 0);
      if (grouped) {
        links.hold(parameter, 0, Reason.FIXED_SHAPE);
      } else {
        links.tie(links.axis(parameter, 0), links.axis(in, 1));
      }
    }
  }
}
