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
    int[] axes = Labels.plain(rank);
    Labels labels = new Labels(at);
    for (int place = 0; place < at.node().inputs().size(); place++) {
      int[] own = axes.clone();
      // Each part may lose channels of its own along the axis, which is no label then.
      own[axis] = rank + place;
      labels.operand(place, own);
    }
    TensorCut cut = labels.cut(out, axes);
    at.result(out, cut.and(axis, joined(at, axis)));
  }

  private static BitSet joined(CutNode at, int axis) {
    BitSet all = new BitSet();
    int offset = 0;
    for (int place = 0; place < at.node().inputs().size(); place++) {
      Value part = at.in(place);
      long size = at.shape(part).dim(axis);
      if (size < 0 && anyCut(at, axis)) {
        throw at.refuse("the size of " + part + " is unknown");
      }
      all.or(Sets.shifted(at.removed(part, axis), offset));
      offset += (int) size;
    }
    return all;
  }

  private static boolean anyCut(CutNode at, int axis) {
    for (int place = 0; place < at.node().inputs().size(); place++) {
      if (!at.cut(at.in(place)).whole(axis)) {
        return true;
      }
    }
    return false;
  }
}
