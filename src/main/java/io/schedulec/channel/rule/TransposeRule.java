package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/** Permuting axes. */
final class TransposeRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("Transpose");
  }

  @Override
  public String passes() {
    return "move with their axis";
  }

  @Override
  public String freezes() {
    return "";
  }

  @Override
  public void link(Node node, Links links) {
    Value in = node.input(0).orElseThrow();
    int rank = links.shape(in).rank();
    long[] permutation = node.attributes().integers("perm").orElse(new long[0]);
    int[] axes = new int[rank];
    for (int i = 0; i < rank; i++) {
      int source = permutation.length == rank ? (int) permutation[i] : rank - 1 - i;
      if (source >= 0 && source < rank) {
        axes[source] = i;
      }
    }
    links.pass(in, node.output(0).orElseThrow(), axes, false);
  }
}
