package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Normalisation of each channel by itself: scale, shift and running statistics are numbered like
 * axis 1 of the input. In training mode statistics are taken over the axes after it, which are
 * frozen, and the updated ones are further outputs.
 */
final class BatchNormalizationRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("BatchNormalization");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    links.pass(in, node.output(0).orElseThrow());
    if (links.shape(in).rank() < 2) {
      links.freeze(in, Reason.UNKNOWN_SHAPE);
      return;
    }
    if (node.attributes().integer("training_mode", 0) != 0) {
      links.freezeFrom(2, in, Reason.NORMALISED);
    }
    Axis channels = links.axis(in, 1);
    for (int i = 1; i < node.inputs().size(); i++) {
      Optional<Value> parameter = node.input(i);
      if (parameter.isPresent() && links.shape(parameter.get()).rank() == 1) {
        links.norm(parameter.get(), 0);
        links.tie(links.axis(parameter.get(), 0), channels);
      }
    }
    for (int i = 1; i < node.outputs().size(); i++) {
      Optional<Value> statistics = node.output(i);
      if (statistics.isPresent() && links.shape(statistics.get()).rank() == 1) {
        links.tie(links.axis(statistics.get(), 0), channels);
      }
    }
  }
}
