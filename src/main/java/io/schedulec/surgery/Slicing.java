package io.schedulec.surgery;

import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.NewNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Operators that take runs of an axis. */
final class Slicing {
  private Slicing() {}

  /** An axis becomes several, one after the other. */
  static void split(CutNode at) {
    Value in = at.in(0);
    int rank = at.shape(in).rank();
    long given = at.node().attributes().integer("axis", 0);
    int axis = (int) (given < 0 ? given + rank : given);
    if (!Selection.concerns(at.cut(in), axis)) {
      at.node().outputs().forEach(out -> out.ifPresent(value -> at.result(value, same(at, value))));
      return;
    }
    long[] sizes = sizes(at, in, axis);
    long[] after = new long[sizes.length];
    int start = 0;
    for (int i = 0; i < sizes.length; i++) {
      int first = start;
      int[] chosen = new int[(int) sizes[i]];
      Arrays.setAll(chosen, k -> first + k);
      start += chosen.length;
      Selection selection = new Selection(at, in, axis, chosen);
      after[i] = selection.after().length;
      at.node().output(i).ifPresent(value -> at.result(value, selection.of(value)));
    }
    if (!at.cut(in).whole(axis)) {
      state(at, after);
    }
  }

  private static TensorCut same(CutNode at, Value value) {
    int[] axes = Labels.plain(at.shape(value).rank());
    return new Labels(at).operand(0, axes).cut(value, axes);
  }

  /** The sizes of the parts, stated or equal. */
  private static long[] sizes(CutNode at, Value in, int axis) {
    long total = at.shape(in).dim(axis);
    Optional<long[]> stated = at.node().attributes().integers("split");
    if (stated.isEmpty() && at.node().input(1).isPresent()) {
      stated = at.integers(at.in(1));
      if (stated.isEmpty()) {
        throw at.refuse("where it splits is not known");
      }
    }
    long[] sizes = stated.orElseGet(() -> equal(total, at.node().outputs().size()));
    if (total < 0 || Arrays.stream(sizes).sum() != total) {
      throw at.refuse("where it splits is not known");
    }
    return sizes;
  }

  private static long[] equal(long total, int parts) {
    long each = (total + parts - 1) / parts;
    long[] sizes = new long[parts];
    for (int i = 0; i < parts; i++) {
      sizes[i] = Math.max(0, Math.min(each, total - i * each));
    }
    return sizes;
  }

  private static void state(CutNode at, long... after) {
    boolean stated = at.node().attributes().has("split") || at.node().input(1).isPresent();
    if (!stated && Arrays.equals(after, equal(Arrays.stream(after).sum(), after.length))) {
      return;
    }
    List<Long> sizes = Arrays.stream(after).boxed().toList();
    if (at.opset() < 13) {
      at.attribute("split", sizes);
    } else {
      at.numbers(1, "split", List.of((long) after.length), sizes);
      at.drop("num_outputs");
    }
  }

  /** Indices of an axis, in order. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Taken(int axis, int... chosen) {}

  /** What an output of a split or a slice has of the input, if that is part of one axis. */
  static Optional<Taken> taken(CutNode at, int output) {
    Value in = at.in(0);
    if (at.node().opType().equals("Slice")) {
      int[] axes = axes(at);
      int size = axes.length == 1 ? (int) at.shape(in).dim(axes[0]) : -1;
      return size < 0
          ? Optional.empty()
          : Optional.of(new Taken(axes[0], bounds(at, axes, axes[0]).chosen(size)));
    }
    int axis = Choosing.axis(at, at.shape(in).rank());
    long[] sizes = sizes(at, in, axis);
    int start = (int) Arrays.stream(sizes, 0, output).sum();
    int[] chosen = new int[(int) sizes[output]];
    Arrays.setAll(chosen, k -> start + k);
    return Optional.of(new Taken(axis, chosen));
  }

  /** Where a slice begins and ends along one axis. */
  private record Bounds(int axis, int place, long start, long end, long step) {
    int[] chosen(int size) {
      List<Integer> chosen = new ArrayList<>();
      long low = step > 0 ? 0 : -1;
      long high = step > 0 ? size : size - 1;
      long from = Math.max(step > 0 ? 0 : -1, Math.min(high, start < 0 ? start + size : start));
      long to = Math.max(low, Math.min(high, end < 0 ? end + size : end));
      for (long i = from; step > 0 ? i < to : i > to; i += step) {
        chosen.add((int) i);
      }
      return chosen.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** Runs of some axes are taken. */
  static void slice(CutNode at) {
    Value in = at.in(0);
    TensorCut before = at.cut(in);
    int[] axes = axes(at);
    List<Integer> cut = new ArrayList<>();
    for (int axis : axes) {
      if (Selection.concerns(before, axis)) {
        cut.add(axis);
      }
    }
    if (cut.isEmpty()) {
      at.result(at.out(), same(at, at.out()));
      return;
    }
    if (cut.size() > 1) {
      throw at.refuse("it takes parts of two axes that are cut");
    }
    sliceCut(at, in, bounds(at, axes, cut.get(0)));
  }

  private static void sliceCut(CutNode at, Value in, Bounds bounds) {
    int size = (int) at.shape(in).dim(bounds.axis());
    if (size < 0) {
      throw at.refuse("the size of axis " + bounds.axis() + " is unknown");
    }
    int[] chosen = bounds.chosen(size);
    Selection selection = new Selection(at, in, bounds.axis(), chosen);
    if (!at.cut(in).whole(bounds.axis())) {
      int gone = (int) at.cut(in).gone(bounds.axis());
      rewrite(at, bounds, selection.after(), chosen.length == size, size - gone);
    }
    at.result(at.out(), selection.of(at.out()));
  }

  private static void rewrite(CutNode at, Bounds old, int[] after, boolean all, int size) {
    if (all && old.step() == 1 && old.start() == 0) {
      return;
    }
    int step = after.length > 1 ? after[1] - after[0] : Long.signum(old.step());
    for (int i = 1; i < after.length; i++) {
      if (after[i] - after[i - 1] != step) {
        gatherInstead(at, old.axis(), after);
        return;
      }
    }
    if (after.length > 0) {
      int last = after[after.length - 1] + Integer.signum(step);
      state(at, old.place(), after[0], last < 0 ? -size - 1L : last, step);
    }
  }

  private static void gatherInstead(CutNode at, int axis, int... after) {
    if (axes(at).length > 1) {
      throw at.refuse("what it takes would be no run with equal steps");
    }
    at.become(
        "Gather",
        List.of(
            new NewNode.Kept(at.in(0).name()),
            NewNode.Numbers.vector(at.node().name() + "_indices", Choosing.longs(after))),
        Map.of("axis", new NewNode.Single(axis)));
  }

  private static void state(CutNode at, int place, long start, long end, long step) {
    put(at, "starts", 1, place, start);
    put(at, "ends", 2, place, end);
    if (at.opset() >= 10 && (at.node().input(4).isPresent() || step != 1)) {
      put(at, "steps", 4, place, step);
    }
  }

  private static void put(CutNode at, String what, int input, int place, long value) {
    long[] all = all(at, what, input);
    all[place] = value;
    List<Long> elements = Arrays.stream(all).boxed().toList();
    if (at.opset() < 10) {
      at.attribute(what, elements);
    } else {
      at.numbers(input, what, List.of((long) all.length), elements);
    }
  }

  private static long[] all(CutNode at, String what, int input) {
    Optional<long[]> all =
        at.opset() < 10 ? at.node().attributes().integers(what) : at.integers(at.in(input));
    return all.orElseThrow(() -> at.refuse("where other axes begin and end is not known"));
  }

  private static int[] axes(CutNode at) {
    int rank = at.shape(at.in(0)).rank();
    boolean old = at.opset() < 10;
    Optional<long[]> axes = at.node().attributes().integers("axes");
    if (!old && at.node().input(3).isPresent()) {
      axes = at.integers(at.in(3));
      if (axes.isEmpty()) {
        throw at.refuse("which axes it means is not known");
      }
    }
    if (axes.isEmpty()) {
      int count =
          old
              ? at.node().attributes().integers("starts").orElse(new long[0]).length
              : (int) at.shape(at.in(1)).elements();
      return Labels.plain(count);
    }
    return Arrays.stream(axes.get()).mapToInt(a -> (int) (a < 0 ? a + rank : a)).toArray();
  }

  private static Bounds bounds(CutNode at, int[] axes, int axis) {
    int place = 0;
    while (axes[place] != axis) {
      place++;
    }
    long step = 1;
    if (at.opset() >= 10 && at.node().input(4).isPresent()) {
      step = number(at, "steps", 4, place);
    }
    long start = number(at, "starts", 1, place);
    return new Bounds(axis, place, start, number(at, "ends", 2, place), step);
  }

  private static long number(CutNode at, String what, int input, int place) {
    OptionalLong number;
    if (at.opset() < 10) {
      long[] list = at.node().attributes().integers(what).orElse(new long[0]);
      number = place < list.length ? OptionalLong.of(list[place]) : OptionalLong.empty();
    } else {
      number = at.integer(at.in(input), place);
    }
    return number.orElseThrow(() -> at.refuse("where it begins and ends is not known"));
  }
}
