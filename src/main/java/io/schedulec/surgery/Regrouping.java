package io.schedulec.surgery;

import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.BitSet;

/**
 * The same elements, row-major, under other axes.
 *
 * <p>Both shapes are taken apart into runs of axes with as many elements on either side. What
 * remains of a run must be what some indices of each of its axes on the other side leave.
 */
final class Regrouping {
  private static final long LARGEST = 1 << 26;

  private final CutNode at;
  private final Value in;
  private final Value out;
  private TensorCut cut;

  private Regrouping(CutNode at) {
    this.at = at;
    this.in = at.in(0);
    this.out = at.out();
    this.cut = at.whole(out);
  }

  /** A reshape, which is told the new sizes where it is told sizes at all. */
  static void reshape(CutNode at) {
    Regrouping regrouping = new Regrouping(at);
    regrouping.run();
    for (int axis = 0; axis < regrouping.cut.before().rank(); axis++) {
      BitSet removed = regrouping.cut.removed(axis);
      if (!removed.isEmpty()) {
        at.resize(1, axis, regrouping.out, axis, removed);
      }
    }
    at.result(regrouping.out, regrouping.cut);
  }

  /** A reshape to a matrix. */
  static void flatten(CutNode at) {
    Regrouping regrouping = new Regrouping(at);
    regrouping.run();
    at.result(regrouping.out, regrouping.cut);
  }

  private void run() {
    int inRank = at.shape(in).rank();
    int outRank = at.shape(out).rank();
    int same = 0;
    while (same < Math.min(inRank, outRank) && at.sameSize(in, same, out, same)) {
      cut = cut.and(same, at.removed(in, same));
      same++;
    }
    while (inRank > same && outRank > same && at.sameSize(in, inRank - 1, out, outRank - 1)) {
      inRank--;
      outRank--;
      cut = cut.and(outRank, at.removed(in, inRank));
    }
    between(same, inRank, same, outRank);
  }

  private void between(int fromIn, int inRank, int fromOut, int outRank) {
    int i = fromIn;
    int o = fromOut;
    while (i < inRank || o < outRank) {
      int iEnd = i;
      int oEnd = o;
      long left = i < inRank ? at.shape(in).dim(iEnd++) : 1;
      long right = o < outRank ? at.shape(out).dim(oEnd++) : 1;
      while (left != right && left > 0 && right > 0) {
        if (left < right) {
          left *= iEnd < inRank ? at.shape(in).dim(iEnd++) : 0;
        } else {
          right *= oEnd < outRank ? at.shape(out).dim(oEnd++) : 0;
        }
      }
      if (left != right || left <= 0) {
        demandWhole(i, inRank);
        return;
      }
      regroup(i, iEnd, o, oEnd, left);
      i = iEnd;
      o = oEnd;
    }
  }

  /** Axes of unknown sizes cannot be told apart. */
  private void demandWhole(int from, int to) {
    for (int axis = from; axis < to; axis++) {
      at.demandWhole(in, axis);
    }
  }

  private void regroup(int i, int iEnd, int o, int oEnd, long size) {
    boolean whole = true;
    for (int axis = i; axis < iEnd; axis++) {
      whole &= at.removed(in, axis).isEmpty();
    }
    if (whole) {
      return;
    }
    if (size > LARGEST) {
      throw at.refuse("it has too many elements");
    }
    BitSet kept = kept(in, i, iEnd, (int) size, at.cut(in));
    TensorCut found = cut;
    for (int axis = o; axis < oEnd; axis++) {
      found = found.and(axis, unused(axis, oEnd, (int) size, kept));
    }
    if (!kept(out, o, oEnd, (int) size, found).equals(kept)) {
      throw at.refuse("what would remain of " + in + " is no block of whole rows and columns");
    }
    cut = found;
  }

  /** The elements of a run of axes that remain. */
  private BitSet kept(Value value, int from, int to, int size, TensorCut of) {
    BitSet kept = new BitSet(size);
    kept.set(0, size);
    int inner = 1;
    for (int axis = to - 1; axis >= from; axis--) {
      int extent = (int) at.shape(value).dim(axis);
      BitSet removed = of.removed(axis);
      for (int k = removed.nextSetBit(0); k >= 0; k = removed.nextSetBit(k + 1)) {
        for (int start = k * inner; start < size; start += inner * extent) {
          kept.clear(start, start + inner);
        }
      }
      inner *= extent;
    }
    return kept;
  }

  /** The indices of an axis of the result under which no element remains. */
  private BitSet unused(int axis, int end, int size, BitSet kept) {
    Shape shape = at.shape(out);
    int inner = (int) shape.product(axis + 1, end);
    int extent = (int) shape.dim(axis);
    BitSet unused = new BitSet();
    unused.set(0, extent);
    for (int e = kept.nextSetBit(0); e >= 0 && e < size; e = kept.nextSetBit(e + 1)) {
      unused.clear(e / inner % extent);
    }
    return unused;
  }
}
