package io.schedulec.surgery;

import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.BitSet;

/** Matrix products: both factors lose the same of what is multiplied away. */
final class Products {
  private Products() {}

  /** Two matrices, perhaps transposed, and what is added. */
  static void gemm(CutNode at) {
    Value a = at.in(0);
    Value b = at.in(1);
    Value out = at.out();
    int rows = at.node().attributes().integer("transA", 0) != 0 ? 1 : 0;
    int columns = at.node().attributes().integer("transB", 0) != 0 ? 0 : 1;
    at.demandAlike(b, at.removed(b, 1 - columns), at.removed(a, 1 - rows));
    TensorCut cut = at.whole(out).and(0, at.removed(a, rows)).and(1, at.removed(b, columns));
    if (at.node().input(2).isPresent()) {
      for (int axis = 0; axis < 2; axis++) {
        int own = Broadcasting.axis(at, at.in(2), out, axis);
        if (own >= 0) {
          at.demandAlike(at.in(2), at.removed(at.in(2), own), cut.removed(axis));
        }
      }
    }
    at.result(out, cut);
  }

  /** The last two axes are multiplied, those before are broadcast. */
  static void matMul(CutNode at) {
    Value a = at.in(0);
    Value b = at.in(1);
    Value out = at.out();
    int rankOfA = at.shape(a).rank();
    int rankOfB = at.shape(b).rank();
    int inner = rankOfB == 1 ? 0 : rankOfB - 2;
    at.demandAlike(b, at.removed(b, inner), at.removed(a, rankOfA - 1));
    int rank = at.shape(out).rank();
    TensorCut cut = at.whole(out);
    if (rankOfB > 1) {
      cut = cut.and(rank - 1, at.removed(b, rankOfB - 1));
    }
    int kept = rank - (rankOfB > 1 ? 1 : 0);
    if (rankOfA > 1) {
      cut = cut.and(kept - 1, at.removed(a, rankOfA - 2));
    }
    int batch = kept - (rankOfA > 1 ? 1 : 0);
    for (int axis = 0; axis < batch; axis++) {
      cut = cut.and(axis, batch(at, axis, batch));
    }
    at.result(out, cut);
  }

  private static BitSet batch(CutNode at, int axis, int batch) {
    Value a = at.in(0);
    Value b = at.in(1);
    int ofA = axis - batch + Math.max(0, at.shape(a).rank() - 2);
    int ofB = axis - batch + Math.max(0, at.shape(b).rank() - 2);
    boolean first = ofA >= 0 && at.sameSize(a, ofA, at.out(), axis);
    boolean second = ofB >= 0 && at.sameSize(b, ofB, at.out(), axis);
    if (first && second) {
      at.demandAlike(b, at.removed(b, ofB), at.removed(a, ofA));
    }
    if (first) {
      return at.removed(a, ofA);
    }
    return second ? at.removed(b, ofB) : new BitSet();
  }
}
