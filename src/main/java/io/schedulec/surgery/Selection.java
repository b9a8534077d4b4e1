package io.schedulec.surgery;

import io.schedulec.graph.Across;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** Some indices of an axis, in an order: what goes of them, and where the others are afterwards. */
final class Selection {
  private final CutNode at;
  private final Value in;
  private final int axis;
  private final int[] chosen;

  /**
   * A selection.
   *
   * @param chosen the indices of the axis that are taken, in order
   */
  Selection(CutNode at, Value in, int axis, int... chosen) {
    this.at = at;
    this.in = in;
    this.axis = axis;
    this.chosen = chosen;
  }

  /** Whether what is cut of the value has to do with the axis. */
  static boolean concerns(TensorCut cut, int axis) {
    for (int other = 0; other < cut.before().rank(); other++) {
      if (cut.across(other).map(across -> across.by() == axis).orElse(false)) {
        return true;
      }
    }
    return !cut.whole(axis);
  }

  /** The places in the selection of what goes. */
  private BitSet places(BitSet removed) {
    BitSet places = new BitSet();
    for (int i = 0; i < chosen.length; i++) {
      places.set(i, removed.get(chosen[i]));
    }
    return places;
  }

  /** What goes of a result that has the axes of the value, this one with the selection. */
  TensorCut of(Value out) {
    TensorCut before = at.cut(in);
    TensorCut cut = at.whole(out);
    for (int i = 0; i < before.before().rank(); i++) {
      Optional<Across> across = before.across(i);
      BitSet removed = before.removed(i);
      cut = cut.and(i, i == axis ? places(removed) : removed);
      cut = across.isEmpty() ? cut : cut.and(chosen(across.get()));
    }
    return cut;
  }

  private Across chosen(Across across) {
    if (across.axis() != axis && across.by() != axis) {
      return across;
    }
    boolean blocks = across.by() == axis;
    int count = blocks ? chosen.length : across.blocks();
    int width = blocks ? across.width() : chosen.length;
    BitSet all = new BitSet();
    for (int block = 0; block < count; block++) {
      BitSet own = blocks ? block(across, chosen[block]) : places(across.of(block));
      all.or(Sets.shifted(own, block * width));
    }
    return new Across(across.axis(), across.by(), count, width, all);
  }

  /** What goes of a result that has the axes of the value but this one, of which one is taken. */
  TensorCut single(Value out) {
    TensorCut before = at.cut(in);
    TensorCut cut = at.whole(out);
    for (int i = 0; i < before.before().rank(); i++) {
      int target = i < axis ? i : i - 1;
      Optional<Across> across = before.across(i);
      if (i != axis && across.isPresent() && across.get().by() == axis) {
        cut = cut.and(target, block(across.get(), chosen[0]));
      } else if (i != axis) {
        int by = across.map(Across::by).orElse(0);
        cut = cut.and(target, before.removed(i));
        cut = across.isEmpty() ? cut : cut.and(across.get().at(target, by < axis ? by : by - 1));
      }
    }
    return cut;
  }

  private BitSet block(Across across, int index) {
    return across.of(index / ((int) at.shape(in).dim(across.by()) / across.blocks()));
  }

  /** The indices that are taken and stay, as they are numbered when the others have gone. */
  int[] after() {
    Optional<Across> across = at.cut(in).across(axis);
    if (across.isEmpty()) {
      return after(at.cut(in).removed(axis));
    }
    int[] first = after(across.get().of(0));
    for (int block = 1; block < across.get().blocks(); block++) {
      if (!Arrays.equals(after(across.get().of(block)), first)) {
        throw at.refuse("it would have to take others in each block");
      }
    }
    return first;
  }

  private int[] after(BitSet removed) {
    int[] after = new int[chosen.length];
    int count = 0;
    for (int index : chosen) {
      if (!removed.get(index)) {
        after[count++] = index - removed.get(0, index).cardinality();
      }
    }
    return Arrays.copyOf(after, count);
  }
}
