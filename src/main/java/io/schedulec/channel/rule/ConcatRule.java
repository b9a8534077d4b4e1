package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
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
    Axis whole = links.axis(out, axis);
    int offset = 0;
    for (Optional<Value> input : node.inputs()) {
      if (input.isPresent() && links.shape(input.get()).rank() == rank) {
        Axis part = links.axis(input.get(), axis);
        links.tie(part, whole, new IndexMap.Shift(offset));
        offset += Math.max(0, part.size());
        others(links, input.get(), out, axis);
      }
    }
  }

  private static void others(Links links, Value in, Value out, int axis) {
    int[] axes = new int[links.shape(in).rank()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i == axis ? -1 : i;
    }
    links.pass(in, out, axes, false);
  }
}
