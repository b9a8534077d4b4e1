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
    int rank = links.shape(out).rank();
    int kept = (rankOfA > 1 ? 1 : 0) + (rankOfB > 1 ? 1 : 0);
    int row = rankOfA > 1 ? rank - kept : -1;
    int column = rankOfB > 1 ? rank - 1 : -1;
    links.contract(
        new Links.Factor(a, labels(links, a, rankOfA - 1, row, out, rank - kept)),
        new Links.Factor(b, labels(links, b, inner, column, out, rank - kept)),
        out);
  }

  /**
   * The labels of a factor.
   *
   * @param inner the axis that is multiplied away
   * @param kept the axis of the product that the other of the last two axes becomes, or -1
   * @param batch the number of batch axes of the product
   */
  private static int[] labels(
      Links links, Value factor, int inner, int kept, Value out, int batch) {
    int rank = links.shape(factor).rank();
    int own = Math.max(0, rank - 2);
    int[] labels = new int[rank];
    for (int i = 0; i < rank; i++) {
      labels[i] = i == inner ? links.shape(out).rank() : i >= own ? kept : i + batch - own;
      if (i < own && !fits(links, factor, i, out, labels[i])) {
        boolean spread = links.shape(factor).dim(i) == 1;
        links.hold(factor, i, spread ? Reason.BROADCAST : Reason.UNKNOWN_SHAPE);
        if (!spread) {
          links.hold(out, labels[i], Reason.UNKNOWN_SHAPE);
        }
        labels[i] = -1;
      }
    }
    return labels;
  }

  private static boolean fits(Links links, Value factor, int axis, Value out, int target) {
    return links.shape(factor).known(axis)
        ? links.shape(factor).dim(axis) == links.shape(out).dim(target)
        : links.sameSize(factor, axis, out, target);
  }
}
