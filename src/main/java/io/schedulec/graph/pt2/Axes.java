package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Value;

/** Attributes and nodes that many families use. */
final class Axes {
  private Axes() {}

  /** The attribute of a node that permutes axes. */
  static Attributes permutation(long... axes) {
    return Settings.none().with("perm", axes).attributes();
  }

  /** The attribute of a node that works along an axis. */
  static Attributes along(long axis) {
    return Settings.none().with("axis", axis).attributes();
  }

  /** The permutation that exchanges two axes. */
  static Attributes exchange(int rank, int first, int second) {
    long[] axes = new long[rank];
    for (int i = 0; i < rank; i++) {
      axes[i] = i == first ? second : i == second ? first : i;
    }
    return permutation(axes);
  }

  /** A range of an axis of a value. */
  static Value slice(Call call, Value value, int axis, long start, long end) {
    return call.emit(
        "Slice", Attributes.NONE, value, call.vector(start), call.vector(end), call.vector(axis));
  }

  /**
   * A tensor of ones or zeros with as many elements as some axes of a value, for what the operator
   * of ONNX needs and PyTorch leaves out.
   */
  static Value filled(Call call, Value like, int from, int to, double element) {
    Attributes part = Settings.none().with("start", from).with("end", to).attributes();
    Value shape = call.emit("Shape", part, like);
    return call.emit("Expand", Attributes.NONE, call.scalar(element, like.type()), shape);
  }
}
