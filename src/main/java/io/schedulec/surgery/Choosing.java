package io.schedulec.surgery;

import io.schedulec.graph.Across;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Operators that take elements by number. */
final class Choosing {
  /** Of axes of index tensors, which no axis of the data is like. */
  private static final int INDEX = 1000;

  private Choosing() {}

  /** Indices of one axis are taken, in any order and number. */
  static void gather(CutNode at) {
    Value in = at.in(0);
    int axis = axis(at, at.shape(in).rank());
    if (Selection.concerns(at.cut(in), axis)) {
      gatherCut(at, in, axis);
      return;
    }
    int rank = at.shape(in).rank();
    int indices = at.shape(at.in(1)).rank();
    int[] own = new int[rank];
    for (int i = 0; i < rank; i++) {
      own[i] = i < axis ? i : i - 1 + indices;
    }
    own[axis] = INDEX;
    int[] chosen = new int[indices];
    Arrays.setAll(chosen, i -> axis + i);
    new Labels(at)
        .operand(0, own)
        .operand(1, chosen)
        .result(at.out(), Labels.plain(rank - 1 + indices));
  }

  private static void gatherCut(CutNode at, Value in, int axis) {
    Value indices = at.in(1);
    int size = (int) at.shape(in).dim(axis);
    long[] numbers =
        at.integers(indices).orElseThrow(() -> at.refuse("which indices it takes is not known"));
    int[] chosen = new int[numbers.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = (int) (numbers[i] < 0 ? numbers[i] + size : numbers[i]);
    }
    int rank = at.shape(indices).rank();
    if (rank > 1 || size < 0) {
      throw at.refuse("it takes a whole table of indices of an axis that is cut");
    }
    Selection selection = new Selection(at, in, axis, chosen);
    int[] after = selection.after();
    if (rank == 0 && after.length == 0) {
      throw at.refuse("it takes a channel that would be gone");
    }
    if (!at.cut(in).whole(axis)) {
      List<Long> dims = rank == 0 ? List.of() : List.of((long) after.length);
      at.numbers(1, "indices", dims, longs(after));
    }
    at.result(at.out(), rank == 0 ? selection.single(at.out()) : selection.of(at.out()));
  }

  /** Numbers as the writer takes them. */
  static List<Long> longs(int... numbers) {
    List<Long> longs = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      longs.add((long) number);
    }
    return longs;
  }

  /** The axis that a node chooses from. */
  static int axis(CutNode at, int rank) {
    long axis = at.node().attributes().integer("axis", 0);
    return (int) (axis < 0 ? axis + rank : axis);
  }

  /** For each place one element of a run along an axis. */
  static void gatherElements(CutNode at) {
    Value in = at.in(0);
    int rank = at.shape(in).rank();
    int axis = axis(at, rank);
    int[] own = new int[rank];
    for (int i = 0; i < rank; i++) {
      own[i] = i != axis && at.sameSize(in, i, at.out(), i) ? i : Labels.NONE;
    }
    new Labels(at)
        .operand(0, own)
        .operand(1, Labels.plain(rank))
        .result(at.out(), Labels.plain(rank));
  }

  /** Elements of a run along an axis are written over. */
  static void scatterElements(CutNode at) {
    Value in = at.in(0);
    int rank = at.shape(in).rank();
    int axis = axis(at, rank);
    at.demandWhole(in, axis);
    int[] own = new int[rank];
    for (int i = 0; i < rank; i++) {
      boolean same = i != axis && at.sameSize(in, i, at.in(1), i);
      own[i] = same ? i : INDEX + i;
      if (!same) {
        at.demandWhole(in, i);
      }
    }
    new Labels(at)
        .operand(0, Labels.plain(rank))
        .operand(1, own)
        .operand(2, own)
        .result(at.out(), Labels.plain(rank));
  }

  /** What is taken is a block of the last axes. */
  static void gatherNd(CutNode at) {
    int batch = (int) at.node().attributes().integer("batch_dims", 0);
    int indices = at.shape(at.in(1)).rank();
    int rank = at.shape(at.in(0)).rank();
    int counted = batch + counted(at);
    int[] own = new int[rank];
    for (int i = 0; i < rank; i++) {
      own[i] = i < counted ? i < batch ? i : Labels.NONE : indices - 1 + i - counted;
    }
    int[] chosen = Labels.plain(indices);
    chosen[indices - 1] = Labels.NONE;
    new Labels(at)
        .operand(0, own)
        .operand(1, chosen)
        .result(at.out(), Labels.plain(at.shape(at.out()).rank()));
  }

  /** Blocks of the last axes are written over. */
  static void scatterNd(CutNode at) {
    int rank = at.shape(at.in(0)).rank();
    int counted = counted(at);
    int updates = at.shape(at.in(2)).rank();
    for (int i = 0; i < counted; i++) {
      at.demandWhole(at.in(0), i);
    }
    int[] own = new int[updates];
    for (int i = 0; i < updates; i++) {
      int axis = rank - updates + i;
      own[i] = axis >= counted ? axis : Labels.NONE;
    }
    int[] chosen = new int[at.shape(at.in(1)).rank()];
    Arrays.fill(chosen, Labels.NONE);
    new Labels(at)
        .operand(0, Labels.plain(rank))
        .operand(1, chosen)
        .operand(2, own)
        .result(at.out(), Labels.plain(rank));
  }

  /** How many axes each entry of the indices counts. */
  private static int counted(CutNode at) {
    Shape shape = at.shape(at.in(1));
    long counted = shape.dim(shape.rank() - 1);
    if (counted < 0) {
      throw at.refuse("how many axes its indices count is unknown");
    }
    return (int) counted;
  }

  /** The largest of an axis and where they were. */
  static void topK(CutNode at) {
    int rank = at.shape(at.in(0)).rank();
    long axis = at.node().attributes().integer("axis", -1);
    int[] axes = Labels.plain(rank);
    axes[(int) (axis < 0 ? axis + rank : axis)] = Labels.NONE;
    Labels labels = new Labels(at).operand(0, axes);
    at.node().outputs().forEach(output -> output.ifPresent(value -> labels.result(value, axes)));
  }

  /** Blocks of channels become blocks of places, or the other way round. */
  static void blocks(CutNode at) {
    Value in = at.in(0);
    int size = (int) at.node().attributes().integer("blocksize", 1);
    int square = size * size;
    boolean toSpace = at.node().opType().equals("DepthToSpace");
    int channels = (int) at.shape(toSpace ? at.out() : in).dim(1);
    for (int axis = 2; axis < 4; axis++) {
      at.demandWhole(in, axis);
    }
    if (channels < 0 && !at.cut(in).whole(1)) {
      throw at.refuse("how many channels it has is unknown");
    }
    boolean columnsFirst = toSpace && at.node().attributes().text("mode", "DCR").equals("CRD");
    // Channel and place in its block, as the longer of the two axes has them.
    Shape longer = columnsFirst ? Shape.of(channels, square) : Shape.of(square, channels);
    int channel = columnsFirst ? 0 : 1;
    BitSet removed = at.removed(in, 1);
    TensorCut cut = at.whole(at.out()).and(0, at.removed(in, 0));
    if (!removed.isEmpty()) {
      cut = cut.and(1, toSpace ? inner(at, longer, channel, removed) : outer(longer, removed));
    }
    at.result(at.out(), cut);
  }

  private static BitSet inner(CutNode at, Shape longer, int channel, BitSet removed) {
    Region flat = new Region(Shape.of(longer.elements()), 0, 1);
    Region split = new Region(longer, 0, 2);
    BitSet kept = flat.kept(0, removed);
    TensorCut found = split.cut(TensorCut.none(longer), kept).orElse(TensorCut.none(longer));
    if (!found.whole(1 - channel) || found.whole(channel)) {
      throw at.refuse("all channels of a block have to go");
    }
    if (found.across(channel).map(Across::blocks).isPresent()) {
      throw at.refuse("all channels of a block have to go");
    }
    return found.removed(channel);
  }

  private static BitSet outer(Shape longer, BitSet removed) {
    Region split = new Region(longer, 0, 2);
    BitSet all = new BitSet();
    all.set(0, (int) longer.elements());
    all.andNot(split.kept(1, removed));
    return all;
  }
}
