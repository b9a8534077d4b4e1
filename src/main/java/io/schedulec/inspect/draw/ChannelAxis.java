package io.schedulec.inspect.draw;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import java.util.List;

/** Which axis of a tensor numbers its channels; for labels only, nothing is decided by it. */
final class ChannelAxis {
  static final int UNKNOWN = -1;

  /** Stands for an unknown size in products, so that equal unknowns compare equal. */
  private static final long SYMBOL = 1_000_003;

  private static final List<String> RESHAPING =
      List.of("Reshape", "Flatten", "Squeeze", "Unsqueeze");

  private ChannelAxis() {}

  /** The axis of what a layer computes. */
  static int ofLayer(String operator, Shape out) {
    boolean convolution = operator.contains("Conv") && out.rank() > 1;
    return convolution ? 1 : out.rank() - 1;
  }

  /** The axis of what a model is given. */
  static int ofInput(Shape shape) {
    return shape.rank() > 1 ? 1 : UNKNOWN;
  }

  /** The axis behind an operator, given the axis before it. */
  static int through(Node node, Shape in, Shape out, int axis) {
    if (axis < 0 || axis >= in.rank()) {
      return UNKNOWN;
    }
    if (node.opType().equals("Transpose")) {
      return transposed(node, in, axis);
    }
    if (RESHAPING.contains(node.opType()) || in.rank() > out.rank()) {
      return reshaped(in, out, axis);
    }
    return axis + out.rank() - in.rank();
  }

  /** Whether an operator makes other channels of those it gets, and not one number of them all. */
  static boolean changes(Node node, Shape in, Shape out, int axis) {
    boolean comparable = axis >= 0 && axis < in.rank() && in.rank() == out.rank();
    boolean moves = node.opType().equals("Transpose") || RESHAPING.contains(node.opType());
    return comparable && !moves && in.dim(axis) != out.dim(axis) && out.dim(axis) != 1;
  }

  private static int transposed(Node node, Shape in, int axis) {
    long[] order = node.attributes().integers("perm").orElse(new long[0]);
    for (int i = 0; i < order.length; i++) {
      if (order[i] == axis) {
        return i;
      }
    }
    return order.length == 0 ? in.rank() - 1 - axis : UNKNOWN;
  }

  private static int reshaped(Shape in, Shape out, int axis) {
    long before = product(in, axis);
    for (int i = 0; i < out.rank(); i++) {
      boolean holds = in.known(axis) && out.known(i) && out.dim(i) > 0 && in.dim(axis) > 0;
      if (holds && product(out, i) == before && out.dim(i) % in.dim(axis) == 0) {
        return i;
      }
    }
    return UNKNOWN;
  }

  private static long product(Shape shape, int end) {
    long product = 1;
    for (int i = 0; i < end; i++) {
      product *= shape.known(i) ? shape.dim(i) : SYMBOL;
    }
    return product;
  }
}
