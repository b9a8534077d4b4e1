package io.schedulec.surgery;

import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.BitSet;

/** Operators that make tensors as large as they are asked for when the model runs. */
final class Filling {
  private Filling() {}

  /** A tensor is spread over a larger shape. */
  static void expand(CutNode at) {
    Value in = at.in(0);
    Value out = at.out();
    int rank = at.shape(out).rank();
    int shift = rank - (int) at.shape(at.in(1)).elements();
    int[] own = Labels.aligned(at, in, out);
    TensorCut cut = new Labels(at).operand(0, own).cut(out, Labels.plain(rank));
    for (int axis = 0; axis < rank; axis++) {
      int mine = axis - rank + own.length;
      boolean spread = mine < 0 || own[mine] == Labels.NONE;
      if (axis >= shift && spread) {
        cut = cut.and(axis, at.asked(1, axis - shift));
      } else if (axis >= shift && !cut.whole(axis)) {
        at.resize(1, axis - shift, out, axis, (int) cut.gone(axis));
      }
    }
    at.result(out, cut);
  }

  /** One number fills a shape. */
  static void constant(CutNode at) {
    Value out = at.out();
    TensorCut cut = at.whole(out);
    for (int axis = 0; axis < at.shape(out).rank(); axis++) {
      cut = cut.and(axis, at.asked(0, axis));
    }
    at.result(out, cut);
  }

  /** A tensor is repeated, whole, along its axes. */
  static void tile(CutNode at) {
    Value in = at.in(0);
    Value out = at.out();
    int[] axes = Labels.plain(at.shape(in).rank());
    TensorCut cut = at.cut(in);
    for (int axis = 0; axis < axes.length; axis++) {
      if (!at.sameSize(in, axis, out, axis)) {
        axes[axis] = axes.length + axis;
      }
    }
    TensorCut tiled = new Labels(at).operand(0, axes).cut(out, Labels.plain(axes.length));
    for (int axis = 0; axis < axes.length; axis++) {
      if (axes[axis] != axis && !cut.whole(axis)) {
        tiled = tiled.and(axis, repeated(at, axis));
      }
    }
    at.result(out, tiled);
  }

  private static BitSet repeated(CutNode at, int axis) {
    long size = at.shape(at.in(0)).dim(axis);
    long total = at.shape(at.out()).dim(axis);
    if (size <= 0 || total < 0) {
      throw at.refuse("how often it repeats axis " + axis + " is unknown");
    }
    BitSet all = new BitSet();
    for (int start = 0; start < total; start += (int) size) {
      all.or(Sets.shifted(at.removed(at.in(0), axis), start));
    }
    return all;
  }
}
