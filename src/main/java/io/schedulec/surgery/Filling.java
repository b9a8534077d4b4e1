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
    TensorCut cut = at.whole(out);
    for (int axis = 0; axis < rank; axis++) {
      int own = Broadcasting.axis(at, in, out, axis);
      BitSet asked = axis < shift ? new BitSet() : at.asked(1, axis - shift);
      BitSet removed = own >= 0 ? at.removed(in, own) : asked;
      if (own >= 0 && axis >= shift) {
        at.resize(1, axis - shift, out, axis, removed);
      }
      cut = cut.and(axis, removed);
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
}
