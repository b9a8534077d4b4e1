package io.schedulec.surgery;

import io.schedulec.graph.Across;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The same elements, row-major, under other axes.
 *
 * <p>Both shapes are taken apart into runs of axes with as many elements on either side. What
 * remains of a run must be what some indices of each of its axes on the other side leave, or as
 * many indices of one of them in each block of another.
 */
final class Regrouping {
  private static final long LARGEST = 1 << 26;

  private final CutNode at;
  private final Value in;
  private final Value out;
  private final List<Run> runs = new ArrayList<>();
  private TensorCut cut;

  /** Axes before and after; where there is one of each, sizes may be unknown. */
  private record Run(Region before, Region after) {
    boolean same() {
      return before.count() == 1 && after.count() == 1;
    }
  }

  private Regrouping(CutNode at) {
    this.at = at;
    this.in = at.in(0);
    this.out = at.out();
    this.cut = at.whole(out);
  }

  /** A reshape, which is told the new sizes where it is told sizes at all. */
  static void reshape(CutNode at) {
    TensorCut cut = new Regrouping(at).follow();
    for (int axis = 0; axis < cut.before().rank(); axis++) {
      if (!cut.whole(axis)) {
        at.resize(1, axis, at.out(), axis, (int) cut.gone(axis));
      }
    }
    at.result(at.out(), cut);
  }

  /** A reshape to a matrix. */
  static void flatten(CutNode at) {
    at.result(at.out(), new Regrouping(at).follow());
  }

  private TensorCut follow() {
    takeApart();
    TensorCut before = at.cut(in);
    for (Run run : runs) {
      if (run.same()) {
        cut = cut.and(run.after.from(), before.removed(run.before.from()));
      } else {
        regroup(run, before);
      }
    }
    for (int axis = 0; axis < before.before().rank(); axis++) {
      Optional<Across> across = before.across(axis);
      if (across.isPresent() && !run(axis).before.has(across.get().by())) {
        cut = cut.and(apart(across.get()));
      }
    }
    return cut;
  }

  private void takeApart() {
    int inRank = at.shape(in).rank();
    int outRank = at.shape(out).rank();
    int same = 0;
    while (same < Math.min(inRank, outRank) && at.sameSize(in, same, out, same)) {
      add(same, same + 1, same, same + 1);
      same++;
    }
    int last = 0;
    while (inRank - last > same
        && outRank - last > same
        && at.sameSize(in, inRank - last - 1, out, outRank - last - 1)) {
      last++;
      add(inRank - last, inRank - last + 1, outRank - last, outRank - last + 1);
    }
    between(same, inRank - last, same, outRank - last);
  }

  private void add(int i, int iEnd, int o, int oEnd) {
    runs.add(new Run(new Region(at.shape(in), i, iEnd), new Region(at.shape(out), o, oEnd)));
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
        unknown(i, inRank);
        return;
      }
      add(i, iEnd, o, oEnd);
      i = iEnd;
      o = oEnd;
    }
  }

  /** Axes of unknown sizes cannot be told apart. */
  private void unknown(int from, int to) {
    for (int axis = from; axis < to; axis++) {
      at.demandWhole(in, axis);
    }
  }

  private Run run(int axis) {
    for (Run run : runs) {
      if (run.before.has(axis)) {
        return run;
      }
    }
    throw at.refuse("it needs all of the blocks of " + in);
  }

  private void regroup(Run run, TensorCut before) {
    boolean whole = true;
    for (int axis = run.before.from(); axis < run.before.to(); axis++) {
      Optional<Across> across = before.across(axis);
      whole &= before.removed(axis).isEmpty();
      whole &= across.isEmpty() || !run.before.has(across.get().by());
    }
    if (whole) {
      return;
    }
    demandSmall(run);
    if (!run.before.inOrder(before)) {
      throw noBlock();
    }
    cut = run.after.cut(cut, run.before.kept(before)).orElseThrow(this::noBlock);
  }

  private NoBlockException noBlock() {
    return new NoBlockException(
        at.refuse("what would remain of " + in + " is no block of whole rows and columns"));
  }

  private void demandSmall(Run run) {
    if (run.before.shape().product(run.before.from(), run.before.to()) > LARGEST) {
      throw at.refuse("it has too many elements");
    }
  }

  /** What goes of an axis by blocks of an axis that is not in the same run. */
  private Across apart(Across across) {
    Run lost = run(across.axis());
    Run blocks = run(across.by());
    Across moved = lost.same() ? across.at(lost.after.from(), across.by()) : moved(across, lost);
    if (blocks.same()) {
      return moved.at(moved.axis(), blocks.after.from());
    }
    demandSmall(blocks);
    for (int by = blocks.after.from(); by < blocks.after.to(); by++) {
      Optional<Across> found = by(moved, blocks, by);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw at.refuse("the blocks of " + in + " in which other channels go are not kept apart");
  }

  /** The same under the axis that has its indices now. */
  private Across moved(Across across, Run run) {
    demandSmall(run);
    int axis = -1;
    int width = 0;
    BitSet all = new BitSet();
    for (int block = 0; block < across.blocks(); block++) {
      BitSet kept = run.before.kept(across.axis(), across.of(block));
      TensorCut found = run.after.cut(at.whole(out), kept).orElse(at.whole(out));
      for (int o = run.after.from(); o < run.after.to(); o++) {
        if (!found.whole(o) && (axis < 0 || axis == o) && !found.blockwise()) {
          axis = o;
          width = (int) at.shape(out).dim(o);
          all.or(Sets.shifted(found.removed(o), block * width));
        }
      }
      if (axis < 0 || !run.after.kept(at.whole(out).and(axis, found.removed(axis))).equals(kept)) {
        throw at.refuse("what would remain of " + in + " is no block of whole rows and columns");
      }
    }
    return new Across(axis, across.by(), across.blocks(), width, all);
  }

  /** The same by an axis of the result, if it tells the blocks apart. */
  private Optional<Across> by(Across across, Run run, int by) {
    int run0 = (int) at.shape(in).dim(across.by()) / across.blocks();
    int[] blockOf = new int[(int) at.shape(out).dim(by)];
    java.util.Arrays.fill(blockOf, -1);
    for (int e = 0; e < run.before.size(); e++) {
      int block = run.before.index(e, across.by()) / run0;
      int index = run.after.index(e, by);
      if (blockOf[index] >= 0 && !across.of(blockOf[index]).equals(across.of(block))) {
        return Optional.empty();
      }
      blockOf[index] = block;
    }
    BitSet all = new BitSet();
    for (int index = 0; index < blockOf.length; index++) {
      all.or(Sets.shifted(across.of(blockOf[index]), index * across.width()));
    }
    return Optional.of(new Across(across.axis(), by, blockOf.length, across.width(), all));
  }
}
