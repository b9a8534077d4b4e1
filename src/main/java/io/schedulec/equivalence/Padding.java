package io.schedulec.equivalence;

import io.schedulec.graph.Node;

/** Whether windows of convolutions and poolings reach over the edge of their input. */
final class Padding {
  private Padding() {}

  /** Whether no window of a convolution reaches over the edge. */
  static boolean none(Node node, Tensor weight) {
    boolean single = true;
    for (int i = 2; i < weight.rank(); i++) {
      single &= weight.dim(i) == 1;
    }
    return none(node, single);
  }

  /**
   * Whether no window reaches over the edge.
   *
   * @param single whether a window is one element
   */
  static boolean none(Node node, boolean single) {
    return switch (node.attributes().text("auto_pad", "NOTSET")) {
      case "VALID" -> true;
      case "NOTSET", "" -> zero(node.attributes().integers("pads").orElse(new long[0]));
      default -> single;
    };
  }

  private static boolean zero(long[] pads) {
    for (long pad : pads) {
      if (pad != 0) {
        return false;
      }
    }
    return true;
  }
}
