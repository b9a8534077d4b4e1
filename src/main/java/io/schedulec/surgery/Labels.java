package io.schedulec.surgery;

import io.schedulec.graph.Across;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The axes of a node's operands and results under labels: axes that are called alike number the
 * same things and lose the same.
 */
final class Labels {
  /** Of an axis that is like no other, and has to stay whole. */
  static final int NONE = -1;

  private final CutNode at;
  private final Map<Integer, Loss> losses = new HashMap<>();
  private final Map<Integer, int[]> constants = new HashMap<>();

  /**
   * What goes of a label.
   *
   * @param removed indices that go
   * @param across what goes in each block of the indices of another label, if that differs
   */
  private record Loss(BitSet removed, @Nullable Across across) {}

  Labels(CutNode at) {
    this.at = at;
  }

  /** The labels 0, 1, 2 and so on. */
  static int[] plain(int rank) {
    int[] labels = new int[rank];
    Arrays.setAll(labels, axis -> axis);
    return labels;
  }

  /**
   * Operands that are aligned at the last axis of a result, and spread where they have size one.
   */
  static int[] aligned(CutNode at, Value operand, Value out) {
    int shift = at.shape(out).rank() - at.shape(operand).rank();
    int[] labels = new int[at.shape(operand).rank()];
    for (int axis = 0; axis < labels.length; axis++) {
      boolean same = axis + shift >= 0 && at.sameSize(operand, axis, out, axis + shift);
      labels[axis] = same ? axis + shift : NONE;
    }
    return labels;
  }

  /** Says how the axes of an input are called; a constant is cut like what it meets. */
  Labels operand(int place, int... labels) {
    if (at.constant(place)) {
      constants.put(place, labels);
      return this;
    }
    Value value = at.in(place);
    TensorCut cut = at.cut(value);
    for (int axis = 0; axis < labels.length && !cut.nothing(); axis++) {
      if (labels[axis] == NONE && !cut.whole(axis)) {
        throw at.refuse("it needs all of axis " + axis + " of " + value);
      }
    }
    for (int axis = 0; axis < labels.length; axis++) {
      if (labels[axis] != NONE) {
        Loss loss = new Loss(cut.removed(axis), renamed(value, cut, axis, labels));
        Loss known = losses.putIfAbsent(labels[axis], loss);
        if (known != null && !known.equals(loss)) {
          throw at.refuse(value + " would not have the same channels as what it meets there");
        }
      }
    }
    return this;
  }

  private @Nullable Across renamed(Value value, TensorCut cut, int axis, int[] labels) {
    Across across = cut.across(axis).orElse(null);
    if (across == null) {
      return null;
    }
    if (labels[across.by()] == NONE) {
      throw at.refuse(value + " loses other channels in each block of axis " + across.by());
    }
    return across.at(labels[axis], labels[across.by()]);
  }

  /** Whether all of a label stays. */
  boolean whole(int label) {
    Loss loss = losses.get(label);
    return loss == null || (loss.removed.isEmpty() && loss.across == null);
  }

  /** Demands that all of a label stays. */
  Labels demandWhole(int label, Value value, int axis) {
    if (!whole(label)) {
      throw at.refuse("it needs all of axis " + axis + " of " + value);
    }
    return this;
  }

  /**
   * What goes of a result whose axes are called like this; a label that no operand has is whole.
   */
  TensorCut cut(Value result, int... labels) {
    TensorCut cut = at.whole(result);
    for (int axis = 0; axis < labels.length; axis++) {
      Loss loss = losses.get(labels[axis]);
      if (loss != null) {
        cut = cut.and(axis, loss.removed);
        cut = loss.across == null ? cut : cut.and(placed(loss.across, axis, labels));
      }
    }
    return cut;
  }

  private Across placed(Across across, int axis, int[] labels) {
    for (int by = 0; by < labels.length; by++) {
      if (labels[by] == across.by()) {
        return across.at(axis, by);
      }
    }
    throw at.refuse("what goes differs from block to block, and the blocks are not kept apart");
  }

  /** States what goes of a result. */
  void result(Value result, int... labels) {
    at.result(result, cut(result, labels));
    constants.forEach((place, own) -> at.cutConstant(place, cut(at.in(place), own)));
  }
}
