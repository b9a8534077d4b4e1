package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/**
 * Normalisation of equal groups of neighbouring channels: as many go from each group. Scale and
 * shift are numbered like the channels, before operator set 21 like the groups, all of which stay.
 */
final class GroupNormalizationRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("GroupNormalization");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    links.freezeFrom(2, in, Reason.NORMALISED);
    links.normalise(in, 1);
    int groups = (int) node.attributes().integer("num_groups", 1);
    if (groups > 1) {
      links.separate(in, 1, groups, Reason.NORMALISED);
    }
    links.pass(in, node.output(0).orElseThrow());
    for (int i = 1; i < node.inputs().size(); i++) {
      Value parameter = node.input(i).orElseThrow();
      links.norm(parameter, 0);
      if (links.shape(parameter).dim(0) == links.shape(in).dim(1)) {
        links.pass(parameter, 0, in, 1);
      } else {
        links.hold(parameter, 0, Reason.FIXED_SHAPE);
      }
    }
  }
}
