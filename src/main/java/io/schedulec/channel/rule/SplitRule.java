package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Splitting: each output has a run of the channels of the split axis. */
final class SplitRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Split");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    int rank = links.shape(in).rank();
    long given = node.attributes().integer("axis", 0);
    int axis = (int) (given < 0 ? given + rank : given);
    if (!sizesKnown(node, links, axis)) {
      links.freeze(in, axis, Reason.UNKNOWN_SHAPE);
      for (Optional<Value> output : node.outputs()) {
        output.ifPresent(part -> links.pass(in, part, Choices.others(rank, axis), false));
      }
      return;
    }
    int offset = 0;
    for (Optional<Value> output : node.outputs()) {
      Value part = output.orElseThrow();
      int size = (int) links.shape(part).dim(axis);
      int[] indices = Choices.run(offset, size, 1);
      links.select(in, axis, part, Choices.others(rank, axis), new int[] {axis}, indices);
      offset += size;
    }
  }

  /** Whether all parts are known, and are parts of the axis. */
  private static boolean sizesKnown(Node node, Links links, int axis) {
    long total = 0;
    for (Optional<Value> output : node.outputs()) {
      if (output.isEmpty() || !links.shape(output.get()).known(axis)) {
        return false;
      }
      total += links.shape(output.get()).dim(axis);
    }
    return total == links.shape(node.input(0).orElseThrow()).dim(axis);
  }
}
