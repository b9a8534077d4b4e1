package io.schedulec.surgery;

import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.BitSet;
import java.util.Optional;

/** Operators on tensors that are aligned at the last axis and spread where one has size one. */
final class Broadcasting {
  private Broadcasting() {}

  /** Every input takes part. */
  static void follow(CutNode at) {
    Value out = at.out();
    TensorCut cut = at.whole(out);
    int rank = at.shape(out).rank();
    for (int axis = 0; axis < rank; axis++) {
      cut = cut.and(axis, alike(at, out, axis));
    }
    at.result(out, cut);
  }

  private static BitSet alike(CutNode at, Value out, int axis) {
    BitSet removed = null;
    for (Optional<Value> operand : at.node().inputs()) {
      int own = operand.isEmpty() ? -1 : axis(at, operand.get(), out, axis);
      if (own >= 0) {
        Value value = operand.orElseThrow();
        BitSet mine = at.removed(value, own);
        if (removed != null) {
          at.demandAlike(value, mine, removed);
        }
        removed = mine;
      }
    }
    return removed == null ? new BitSet() : removed;
  }

  /** The axis of an operand that is an axis of the result, or -1 where it is spread over that. */
  static int axis(CutNode at, Value operand, Value out, int axis) {
    int own = axis - at.shape(out).rank() + at.shape(operand).rank();
    if (own < 0) {
      return -1;
    }
    if (at.sameSize(operand, own, out, axis)) {
      return own;
    }
    at.demandWhole(operand, own);
    return -1;
  }
}
