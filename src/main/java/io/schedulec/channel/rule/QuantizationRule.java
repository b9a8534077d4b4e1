package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Rounding to small whole numbers and back: every axis passes; scale and zero point are numbered
 * like one axis, or are single numbers.
 */
final class QuantizationRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("QuantizeLinear", "DequantizeLinear");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    Value out = node.output(0).orElseThrow();
    int rank = links.shape(in).rank();
    links.pass(in, out);
    for (int i = 1; i < node.inputs().size(); i++) {
      Optional<Value> scale = node.input(i);
      if (scale.isPresent() && links.shape(scale.get()).rank() > 0) {
        long given = node.attributes().integer("axis", 1);
        int axis = (int) (given < 0 ? given + rank : given);
        scale(links, scale.get(), in, axis);
      }
    }
  }

  private static void scale(Links links, Value scale, Value in, int axis) {
    if (links.shape(scale).rank() == 1) {
      if (links.shape(scale).dim(0) != 1) {
        links.norm(scale, 0);
        links.tie(links.axis(scale, 0), links.axis(in, axis));
      }
      return;
    }
    // Blocks of neighbours share a scale.
    links.freeze(in, Reason.FIXED_SHAPE);
    links.freeze(scale, Reason.FIXED_SHAPE);
  }
}
