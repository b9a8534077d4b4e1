package io.schedulec.surgery;

import io.schedulec.graph.Value;
import java.util.Arrays;
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

  /** Small whole numbers and back: scales and zero points are numbered like one axis. */
  static void quantized(CutNode at) {
    int[] axes = Labels.plain(at.shape(at.in(0)).rank());
    long given = at.node().attributes().integer("axis", 1);
    int axis = (int) (given < 0 ? given + axes.length : given);
    Labels labels = new Labels(at).operand(0, axes);
    for (int place = 1; place < at.node().inputs().size(); place++) {
      if (at.node().input(place).isPresent()) {
        int rank = at.shape(at.in(place)).rank();
        boolean each = rank == 1 && at.sameSize(at.in(place), 0, at.in(0), axis);
        labels.operand(place, each ? new int[] {axis} : nothing(rank));
        if (rank > 1) {
          labels.demandWhole(axis, at.in(0), axis);
        }
      }
    }
    labels.result(at.out(), axes);
  }

  private static int[] nothing(int rank) {
    int[] labels = new int[rank];
    Arrays.fill(labels, Labels.NONE);
    return labels;
  }

  /** Places and regions of maps, one channel like the other. */
  static void sampled(CutNode at) {
    Value in = at.in(0);
    at.demandWholeFrom(in, 2);
    boolean unpooled = at.node().opType().equals("MaxUnpool");
    for (int place = 1; place < at.node().inputs().size(); place++) {
      boolean alike = unpooled && place == 1;
      if (at.node().input(place).isPresent() && !alike) {
        demandUncut(at, at.in(place));
      }
    }
    boolean regions = !unpooled && !at.node().opType().equals("GridSample");
    if (regions) {
      at.demandWhole(in, 0);
    }
    Labels labels = new Labels(at).operand(0, Labels.plain(at.shape(in).rank()));
    if (unpooled) {
      labels.operand(1, Labels.plain(at.shape(in).rank()));
    }
    labels.result(at.out(), Labels.plain(at.shape(at.out()).rank()));
  }

  /** What is kept of an axis is not known before the model runs. */
  static void compressed(CutNode at) {
    int rank = at.shape(at.in(0)).rank();
    if (at.node().attributes().integer("axis").isEmpty()) {
      demandUncut(at, at.in(0));
    } else {
      long axis = at.node().attributes().integer("axis", 0);
      at.demandWhole(at.in(0), (int) (axis < 0 ? axis + rank : axis));
      same(at, at.out());
    }
  }

  /** The first two axes are read in another order. */
  static void reversed(CutNode at) {
    at.demandWhole(at.in(0), 0);
    at.demandWhole(at.in(0), 1);
    same(at, at.out());
  }

  /** Nothing of what goes in may be cut. */
  static void source(CutNode at) {
    at.node().inputs().forEach(input -> input.ifPresent(value -> demandUncut(at, value)));
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
