package io.schedulec.surgery;

import io.schedulec.graph.Across;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import java.util.BitSet;
import java.util.Optional;

/**
 * Adjacent axes of a tensor, whose indices together number elements, row-major.
 *
 * @param shape the shape of the tensor
 * @param from the first of the axes
 * @param to the axis after the last
 */
record Region(Shape shape, int from, int to) {

  /** The number of elements. */
  int size() {
    return (int) shape.product(from, to);
  }

  /** How many axes there are. */
  int count() {
    return to - from;
  }

  /** Whether an axis is one of them. */
  boolean has(int axis) {
    return axis >= from && axis < to;
  }

  /** The number of elements under one index of an axis, along the axes after it. */
  private int inner(int axis) {
    return (int) shape.product(axis + 1, to);
  }

  /** The index of an axis that an element has. */
  int index(int element, int axis) {
    return element / inner(axis) % (int) shape.dim(axis);
  }

  /** The elements that remain of a cut, as far as it is one of these axes alone. */
  BitSet kept(TensorCut cut) {
    BitSet kept = new BitSet(size());
    kept.set(0, size());
    for (int axis = from; axis < to; axis++) {
      clear(kept, axis, cut.removed(axis));
      Optional<Across> across = cut.across(axis);
      if (across.isPresent() && has(across.get().by())) {
        clear(kept, across.get());
      }
    }
    return kept;
  }

  /** The elements that remain when indices of an axis go. */
  BitSet kept(int axis, BitSet removed) {
    BitSet kept = new BitSet(size());
    kept.set(0, size());
    clear(kept, axis, removed);
    return kept;
  }

  private void clear(BitSet kept, int axis, BitSet removed) {
    int inner = inner(axis);
    int extent = (int) shape.dim(axis);
    for (int k = removed.nextSetBit(0); k >= 0; k = removed.nextSetBit(k + 1)) {
      for (int start = k * inner; start < size(); start += inner * extent) {
        kept.clear(start, start + inner);
      }
    }
  }

  private void clear(BitSet kept, Across across) {
    BitSet removed = across.indices();
    int run = (int) shape.dim(across.by()) / across.blocks();
    for (int e = kept.nextSetBit(0); e >= 0; e = kept.nextSetBit(e + 1)) {
      int block = index(e, across.by()) / run;
      if (removed.get(block * across.width() + index(e, across.axis()))) {
        kept.clear(e);
      }
    }
  }

  /** The indices of an axis under which no element remains. */
  private BitSet unused(int axis, BitSet kept) {
    int inner = inner(axis);
    int extent = (int) shape.dim(axis);
    BitSet unused = new BitSet();
    unused.set(0, extent);
    for (int e = kept.nextSetBit(0); e >= 0; e = kept.nextSetBit(e + 1)) {
      unused.clear(e / inner % extent);
    }
    return unused;
  }

  /**
   * Whether what remains of a cut is in the order of its elements: where other indices go by blocks
   * of a later axis, it is not.
   */
  boolean inOrder(TensorCut cut) {
    for (int axis = from; axis < to; axis++) {
      Optional<Across> across = cut.across(axis);
      if (across.isPresent() && has(across.get().by()) && across.get().by() > axis) {
        return false;
      }
    }
    return true;
  }

  /**
   * A cut that leaves just these elements, in order, and is otherwise what it was before: whole
   * indices of axes, or of an axis as many in each block of an earlier one; empty where no cut
   * does.
   */
  Optional<TensorCut> cut(TensorCut before, BitSet kept) {
    TensorCut whole = before;
    for (int axis = from; axis < to; axis++) {
      whole = whole.and(axis, unused(axis, kept));
    }
    if (kept(whole).equals(kept)) {
      return Optional.of(whole);
    }
    for (int by = from; by < to; by++) {
      for (int axis = by + 1; axis < to; axis++) {
        Optional<TensorCut> found = pair(before, kept, axis, by);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<TensorCut> pair(TensorCut before, BitSet kept, int axis, int by) {
    int width = (int) shape.dim(axis);
    int blocks = (int) shape.dim(by);
    BitSet gone = new BitSet();
    gone.set(0, width * blocks);
    for (int e = kept.nextSetBit(0); e >= 0; e = kept.nextSetBit(e + 1)) {
      gone.clear(index(e, by) * width + index(e, axis));
    }
    TensorCut found = before.and(new Across(axis, by, blocks, width, gone));
    for (int other = from; other < to; other++) {
      if (other != axis && other != by) {
        found = found.and(other, unused(other, kept));
      }
    }
    return found.even() && kept(found).equals(kept) ? Optional.of(found) : Optional.empty();
  }
}
