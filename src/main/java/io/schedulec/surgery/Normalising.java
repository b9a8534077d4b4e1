package io.schedulec.surgery;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Normalisation over channels, which is what it is over fewer of them: as one operator, or as a
 * reduction whose result does nothing but shift or scale what was reduced.
 */
final class Normalising {
  private static final Set<String> SUMS =
      Set.of("ReduceMean", "ReduceSum", "ReduceL1", "ReduceL2", "ReduceSumSquare");
  private static final Set<String> SCALING = Set.of("Add", "Sub", "Mul", "Div");
  private static final Set<String> OF_STATISTICS =
      Set.of(
          "Abs",
          "Cast",
          "Clip",
          "Expand",
          "Identity",
          "Max",
          "Min",
          "Neg",
          "Pow",
          "Reciprocal",
          "Sqrt",
          "Squeeze",
          "Unsqueeze");

  private Normalising() {}

  /** The axes from one on are normalised, and scaled by parameters that are numbered like them. */
  static void layer(CutNode at) {
    Value in = at.in(0);
    int rank = at.shape(in).rank();
    long from = at.node().attributes().integer("axis", -1);
    int first = (int) (from < 0 ? from + rank : from);
    int[] axes = Labels.plain(rank);
    Labels labels = new Labels(at).operand(0, axes);
    for (int place = 1; place < at.node().inputs().size(); place++) {
      if (at.node().input(place).isPresent()) {
        labels.operand(place, Labels.aligned(at, at.in(place), in));
      }
    }
    labels.result(at.out(), axes);
    for (int i = 1; i < at.node().outputs().size(); i++) {
      int[] statistics = Labels.plain(rank);
      Arrays.fill(statistics, first, rank, Labels.NONE);
      at.node().output(i).ifPresent(out -> labels.result(out, statistics));
    }
  }

  /** Groups of channels are normalised, each of which has to lose as many. */
  static void groups(CutNode at) {
    Value in = at.in(0);
    int groups = (int) at.node().attributes().integer("num_groups", 1);
    int channels = (int) at.shape(in).dim(1);
    if (!at.cut(in).whole(1) && (channels < 0 || !Sets.even(at.removed(in, 1), channels, groups))) {
      throw at.refuse("as many channels have to go from each of its " + groups + " groups");
    }
    int[] axes = Labels.plain(at.shape(in).rank());
    Labels labels = new Labels(at).operand(0, axes);
    for (int place = 1; place < at.node().inputs().size(); place++) {
      // Up to version 20 the scale is one number for each group.
      boolean each = at.opset() >= 21 || at.shape(at.in(place)).dim(0) == channels;
      labels.operand(place, each ? 1 : Labels.NONE);
    }
    labels.result(at.out(), axes);
  }

  /** Whether all that a reduction is for is to shift and scale what has the axes it reduces. */
  static boolean normalises(CutNode at) {
    Value reduced = at.in(0);
    if (!SUMS.contains(at.node().opType())) {
      return false;
    }
    Deque<Value> open = new ArrayDeque<>(List.of(at.out()));
    Set<Value> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Value value = open.remove();
      if (at.wiring().output(value) || at.wiring().readers(value).isEmpty()) {
        return false;
      }
      for (Node reader : at.wiring().readers(value)) {
        if (reader.opType().equals("Shape")) {
          continue;
        }
        Optional<Value> out = reader.output(0);
        if (!passes(reader) || out.isEmpty()) {
          return false;
        }
        if (!scales(at, reader, out.get(), reduced) && seen.add(out.get())) {
          open.add(out.get());
        }
      }
    }
    return true;
  }

  private static boolean passes(Node reader) {
    return reader.standard()
        && (OF_STATISTICS.contains(reader.opType()) || SCALING.contains(reader.opType()));
  }

  /** Whether a node brings what was reduced together with something of the size before that. */
  private static boolean scales(CutNode at, Node reader, Value out, Value reduced) {
    Optional<Shape> shape = at.wiring().shapes().shape(out);
    return (SCALING.contains(reader.opType()) || reader.opType().equals("Expand"))
        && shape.isPresent()
        && shape.get().rank() == at.shape(reduced).rank()
        && sameSizes(at, out, reduced);
  }

  private static boolean sameSizes(CutNode at, Value a, Value b) {
    for (int axis = 0; axis < at.shape(b).rank(); axis++) {
      if (!at.sameSize(a, axis, b, axis)) {
        return false;
      }
    }
    return true;
  }
}
