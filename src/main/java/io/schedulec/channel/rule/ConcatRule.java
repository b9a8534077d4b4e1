package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Concatenation: each input has a run of the output's channels on the concatenated axis. */
final class ConcatRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Concat");
  }

  @Override
  public void link(Node node, Links links) {
    Value out = node.output(0).orElseThrow();
    int rank = links.shape(out).rank();
    int axis = (int) node.attributes().integer("axis", 1);
    axis = axis < 0 ? axis + rank : axis;
    List<Value> parts = new ArrayList<>();
    for (Optional<Value> input : node.inputs()) {
      if (input.isEmpty() || links.shape(input.get()).rank() != rank) {
        links.freeze(out, Reason.UNKNOWN_SHAPE);
        return;
      }
      parts.add(input.get());
    }
    links.join(parts, out, axis);
  }
}
