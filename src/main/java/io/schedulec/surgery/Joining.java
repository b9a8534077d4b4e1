package io.schedulec.surgery;

import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.BitSet;

/** Concatenation: each input has a run of the output's channels. */
final class Joining {
  private Joining() {}

  static void follow(CutNode at) {
    Value out = at.out();
    int rank = at.shape(out).rank();
    int axis = (int) at.node().attributes().integer("axis", 1);
    axis = axis < 0 ? axis + rank : axis;
    TensorCut cut = at.whole(out);
    for (int other = 0; other < rank; other++) {
      cut = cut.and(other, other == axis ? joined(at, axis) : alike(at, other));
    }
    at.result(out, cut);
  }

  private static BitSet joined(CutNode at, int axis) {
    BitSet all = new BitSet();
    int offset = 0;
    for (int place = 0; place < at.node().inputs().size(); place++) {
      Value part = at.in(place);
      long size = at.shape(part).dim(axis);
      if (size < 0) {
        throw at.refuse("the size of " + part + " is unknown");
      }
      all.or(Sets.shifted(at.removed(part, axis), offset));
      offset += (int) size;
    }
    return all;
  }

  private static BitSet alike(CutNode at, int axis) {
    BitSet first = at.removed(at.in(0), axis);
    for (int place = 1; place < at.node().inputs().size(); place++) {
      at.demandAlike(at.in(place), at.removed(at.in(place), axis), first);
    }
    return first;
  }
}
