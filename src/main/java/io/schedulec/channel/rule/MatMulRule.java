package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/**
 * Matrix product of the last two axes: what is multiplied away is one set of channels, the axes
 * before are broadcast.
 */
final class MatMulRule implements ChannelRule {
  @Override
  public List<String> opTypes() {
    return List.of("MatMul");
  }

  @Override
  public void link(Node node, Links links) {
    Value a = node.input(0).orElseThrow();
    Value b = node.input(1).orElseThrow();
    Value out = node.output(0).orElseThrow();
    int rankOfA = links.shape(a).rank();
    int rankOfB = links.shape(b).rank();
    if (rankOfA == 0 || rankOfB == 0) {
      return;
    }
    int inner = rankOfB == 1 ? 0 : rankOfB - 2;
    links.channels(a, rankOfA - 1);
    links.channels(b, inner);
    if (rankOfA > 1) {
      links.filters(a, rankOfA - 2, false);
    }
    if (rankOfB > 1) {
      links.filters(b, rankOfB - 1, false);
    }
    links.tie(links.axis(a, rankOfA - 1), links.axis(b, inner));
    int outRank = links.shape(out).rank();
    int kept = (rankOfA > 1 ? 1 : 0) + (rankOfB > 1 ? 1 : 0);
    pass(links, a, rankOfA - 1, rankOfA > 1 ? outRank - kept : -1, out, outRank - kept);
    pass(links, b, inner, rankOfB > 1 ? outRank - 1 : -1, out, outRank - kept);
  }

  /**
   * Passes the axes of a factor on.
   *
   * @param inner the axis that is multiplied away
   * @param kept the axis of the product that the other of the last two axes becomes, or -1
   * @param batch the number of batch axes of the product
   */
  private static void pass(Links links, Value factor, int inner, int kept, Value out, int batch) {
    int rank = links.shape(factor).rank();
    int own = Math.max(0, rank - 2);
    int[] axes = new int[rank];
    for (int i = 0; i < rank; i++) {
      axes[i] = i == inner ? -1 : i >= own ? kept : i + batch - own;
      if (i < own && !fits(links, factor, i, out, axes[i])) {
        boolean spread = links.shape(factor).dim(i) == 1;
        links.freeze(links.axis(factor, i), spread ? Reason.BROADCAST : Reason.UNKNOWN_SHAPE);
        if (!spread) {
          links.freeze(links.axis(out, axes[i]), Reason.UNKNOWN_SHAPE);
        }
        axes[i] = -1;
      }
    }
    links.pass(factor, out, axes, false);
  }

  private static boolean fits(Links links, Value factor, int axis, Value out, int target) {
    return links.shape(factor).known(axis)
        ? links.shape(factor).dim(axis) == links.shape(out).dim(target)
        : links.sameSize(factor, axis, out, target);
  }
}
