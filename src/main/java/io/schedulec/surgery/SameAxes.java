package io.schedulec.surgery;

import io.schedulec.graph.Value;
import java.util.BitSet;
import java.util.Optional;

/** Operators whose first output has the axes of their first input. */
final class SameAxes {
  private SameAxes() {}

  /** Every element is computed from the one at the same place. */
  static void elementwise(CutNode at) {
    boolean copies = at.node().opType().equals("Cast") || at.node().opType().equals("Identity");
    if (copies) {
      at.result(at.out(), at.cut(at.in(0)));
      return;
    }
    // CastLike takes only the type of its second input.
    boolean type = at.node().opType().equals("CastLike");
    for (int place = 1; place < at.node().inputs().size() && !type; place++) {
      at.node().input(place).ifPresent(other -> demandUncut(at, other));
    }
    for (Optional<Value> output : at.node().outputs()) {
      output.ifPresent(value -> same(at, value));
    }
  }

  private static void demandUncut(CutNode at, Value value) {
    if (!at.cut(value).nothing()) {
      throw at.refuse("it needs all of " + value);
    }
  }

  private static void same(CutNode at, Value output) {
    int[] axes = Labels.plain(at.shape(at.in(0)).rank());
    new Labels(at).operand(0, axes).result(output, axes);
  }

  /** All channels of some axes depend on each other. */
  static void normalised(CutNode at) {
    Value in = at.in(0);
    int rank = at.shape(in).rank();
    boolean matrix = at.opset() < 13 && at.node().opType().endsWith("max");
    long axis = at.node().attributes().integer("axis", matrix ? 1 : -1);
    int first = at.node().opType().equals("LRN") ? 1 : (int) (axis < 0 ? axis + rank : axis);
    for (int i = first; i < (matrix ? rank : first + 1); i++) {
      at.demandWhole(in, i);
    }
    same(at, at.out());
  }

  /** Sums run along an axis. */
  static void accumulated(CutNode at) {
    int rank = at.shape(at.in(0)).rank();
    long axis =
        at.integers(at.in(1)).orElseThrow(() -> at.refuse("which axis it means is not known"))[0];
    at.demandWhole(at.in(0), (int) (axis < 0 ? axis + rank : axis));
    same(at, at.out());
  }

  /** Part of each matrix becomes zero. */
  static void triangular(CutNode at) {
    int rank = at.shape(at.in(0)).rank();
    at.demandWhole(at.in(0), rank - 2);
    at.demandWhole(at.in(0), rank - 1);
    same(at, at.out());
  }

  /** Windows move over the axes from the third on. */
  static void pooled(CutNode at) {
    at.demandWholeFrom(at.in(0), 2);
    elementwise(at);
  }

  /** Parameters and statistics are numbered like axis 1. */
  static void batchNormalised(CutNode at) {
    Value in = at.in(0);
    int[] axes = Labels.plain(at.shape(in).rank());
    Labels labels = new Labels(at).operand(0, axes);
    for (int place = 1; place < at.node().inputs().size(); place++) {
      labels.operand(place, 1);
    }
    labels.result(at.out(), axes);
    for (int i = 1; i < at.node().outputs().size(); i++) {
      at.node().output(i).ifPresent(out -> labels.result(out, 1));
    }
  }

  /** What is cut must keep its size. */
  static void sizesKept(CutNode at) {
    Value in = at.in(0);
    for (int axis = 0; axis < at.shape(in).rank(); axis++) {
      if (!at.cut(in).whole(axis) && !at.sameSize(in, axis, at.out(), axis)) {
        throw at.refuse("it changes the size of axis " + axis);
      }
    }
    elementwise(at);
  }

  /** The same, where sizes may be asked for by number. */
  static void resized(CutNode at) {
    sizesKept(at);
    Value in = at.in(0);
    for (int axis = 0; axis < at.shape(in).rank() && at.node().input(3).isPresent(); axis++) {
      BitSet removed = at.removed(in, axis);
      if (!removed.isEmpty()) {
        at.resize(3, place(at, axis), at.out(), axis, removed.cardinality());
      }
    }
  }

  /** Where the size of an axis stands among those asked for; past them where it is not. */
  private static int place(CutNode at, int axis) {
    Optional<long[]> axes = at.node().attributes().integers("axes");
    if (axes.isEmpty()) {
      return axis;
    }
    int rank = at.shape(at.in(0)).rank();
    for (int i = 0; i < axes.get().length; i++) {
      if (axes.get()[i] == axis || axes.get()[i] == axis - rank) {
        return i;
      }
    }
    return rank;
  }
}
