package io.schedulec.surgery;

import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.Optional;

/** Operators that permute, drop or insert axes. */
final class MovedAxes {
  private MovedAxes() {}

  /** Axes change places. */
  static void transpose(CutNode at) {
    int[] order = order(at);
    int[] target = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      target[order[i]] = i;
    }
    move(at, target);
  }

  /** The axis of the input that each axis of a transposed result was. */
  static int[] order(CutNode at) {
    int rank = at.shape(at.in(0)).rank();
    long[] given = at.node().attributes().integers("perm").orElse(new long[0]);
    int[] order = new int[rank];
    for (int i = 0; i < rank; i++) {
      order[i] = given.length == rank ? (int) given[i] : rank - 1 - i;
    }
    return order;
  }

  /** Some axes become one number, of which none may be cut unless it all is a normalisation. */
  static void reduce(CutNode at) {
    boolean keep = at.node().attributes().integer("keepdims", 1) != 0;
    boolean[] gone = reduced(at);
    int[] own = new int[gone.length];
    int[] result = new int[gone.length];
    int next = 0;
    for (int i = 0; i < own.length; i++) {
      own[i] = i;
      if (!gone[i] || keep) {
        result[next++] = gone[i] ? Labels.NONE : i;
      }
    }
    Labels labels = new Labels(at).operand(0, own);
    for (int i = 0; i < own.length; i++) {
      if (gone[i] && !labels.whole(i) && !Normalising.normalises(at)) {
        labels.demandWhole(i, at.in(0), i);
      }
    }
    labels.result(at.out(), Arrays.copyOf(result, next));
  }

  private static boolean[] reduced(CutNode at) {
    boolean[] gone = new boolean[at.shape(at.in(0)).rank()];
    if (at.node().opType().startsWith("Arg")) {
      mark(gone, at.node().attributes().integer("axis", 0));
      return gone;
    }
    long[] axes = axes(at).orElse(new long[0]);
    for (long axis : axes) {
      mark(gone, axis);
    }
    if (axes.length == 0) {
      Arrays.fill(gone, at.node().attributes().integer("noop_with_empty_axes", 0) == 0);
    }
    return gone;
  }

  private static Optional<long[]> axes(CutNode at) {
    Optional<long[]> own = at.node().attributes().integers("axes");
    if (own.isPresent() || at.node().input(1).isEmpty()) {
      return own;
    }
    return Optional.of(
        at.integers(at.in(1)).orElseThrow(() -> at.refuse("which axes it means is not known")));
  }

  private static void mark(boolean[] axes, long axis) {
    axes[(int) (axis < 0 ? axis + axes.length : axis)] = true;
  }

  /** Axes of size one go. */
  static void squeeze(CutNode at) {
    Value in = at.in(0);
    boolean[] single = new boolean[at.shape(in).rank()];
    Optional<long[]> axes = axes(at);
    for (int i = 0; axes.isEmpty() && i < single.length; i++) {
      single[i] = at.shape(in).dim(i) == 1;
    }
    for (long axis : axes.orElse(new long[0])) {
      mark(single, axis);
    }
    int[] target = new int[single.length];
    int next = 0;
    for (int i = 0; i < target.length; i++) {
      target[i] = single[i] ? -1 : next++;
    }
    move(at, target);
    demandStillSqueezed(at, axes.isPresent());
  }

  /** Without a list of axes, an axis that becomes one would go as well. */
  private static void demandStillSqueezed(CutNode at, boolean listed) {
    TensorCut cut = at.cut(at.in(0));
    for (int i = 0; i < cut.before().rank() && !listed; i++) {
      if (cut.gone(i) > 0 && cut.after().dim(i) == 1) {
        throw at.refuse("it would drop axis " + i + ", too, which would have size one");
      }
    }
  }

  /** Axes of size one are inserted. */
  static void unsqueeze(CutNode at) {
    boolean[] single = new boolean[at.shape(at.out()).rank()];
    for (long axis : axes(at).orElse(new long[0])) {
      mark(single, axis);
    }
    int[] target = new int[at.shape(at.in(0)).rank()];
    int next = 0;
    for (int i = 0; i < single.length; i++) {
      if (!single[i]) {
        target[next++] = i;
      }
    }
    move(at, target);
  }

  /** For each axis of the input the one it becomes, or -1. */
  private static void move(CutNode at, int[] target) {
    new Labels(at).operand(0, target).result(at.out(), Labels.plain(at.shape(at.out()).rank()));
  }
}
