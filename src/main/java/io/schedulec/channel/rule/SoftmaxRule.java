package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/** Softmax and its like: all channels of the normalised axis depend on each other. */
final class SoftmaxRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Softmax", "LogSoftmax", "Hardmax", "LpNormalization", "LRN");
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    int rank = links.shape(in).rank();
    for (int i = first(node, links, rank); i < rank; i++) {
      links.freeze(in, i, Reason.NORMALISED);
      if (!throughTheLast(node, links)) {
        break;
      }
    }
    links.pass(in, node.output(0).orElseThrow());
  }

  private static int first(Node node, Links links, int rank) {
    if (node.opType().equals("LRN")) {
      return 1;
    }
    long axis = node.attributes().integer("axis", throughTheLast(node, links) ? 1 : -1);
    return (int) Math.max(0, axis < 0 ? axis + rank : axis);
  }

  /** Before operator set 13 the input was flattened to a matrix, and its rows normalised. */
  private static boolean throughTheLast(Node node, Links links) {
    return links.opset() < 13 && node.opType().endsWith("max");
  }
}
