package io.schedulec.surgery;

import io.schedulec.graph.Across;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.NewNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A way around values of which no block would remain.
 *
 * <p>Nodes that only move elements, from a reshape on, are replaced: whatever comes out at their
 * end is gathered from what goes in, by channel. So a shuffle of channels becomes one gather.
 */
final class Detour {
  private final CutNode start;
  private final CutPlan plan;
  private final CannotCutException refusal;
  private final Function<Node, CutNode> nodes;
  private final boolean blocks;
  private final Value in;
  private final int apart;
  private final Set<Node> gone = new LinkedHashSet<>();
  private final List<NewNode> by = new ArrayList<>();
  private final Map<Value, TensorCut> found = new HashMap<>();

  private Detour(
      CutNode start,
      CutPlan plan,
      CannotCutException refusal,
      Function<Node, CutNode> nodes,
      boolean blocks) {
    this.start = start;
    this.plan = plan;
    this.refusal = refusal;
    this.nodes = nodes;
    this.blocks = blocks;
    this.in = start.in(0);
    this.apart = apart();
  }

  /**
   * Goes around what a node computes, and around what it takes where that is cut in blocks.
   *
   * @param refusal why the node cannot be followed itself
   * @return the nodes that are gone
   * @throws CannotCutException if there is no way around
   */
  static Set<Node> around(
      CutNode stop, CutPlan plan, CannotCutException refusal, Function<Node, CutNode> nodes) {
    CutNode start = stop;
    while (plan.cut(start.in(0)).blockwise()) {
      Optional<Node> before = start.wiring().producer(start.in(0));
      start = nodes.apply(before.filter(Node::standard).orElseThrow(() -> refusal));
      if (start.node().input(0).isEmpty()) {
        throw refusal;
      }
    }
    Detour detour = new Detour(start, plan, refusal, nodes, start == stop);
    detour.follow(start.node(), Arrangement.of(start.shape(detour.in), detour.apart));
    for (Node node : detour.gone) {
      node.outputs().forEach(output -> output.ifPresent(plan::forget));
    }
    detour.found.forEach((value, cut) -> plan.put(value, cut, value.toString()));
    plan.edits().reroute(new Rerouting(List.copyOf(detour.gone), detour.by));
    return detour.gone;
  }

  /** The one axis of what goes in that is cut and taken apart. */
  private int apart() {
    TensorCut cut = plan.cut(in);
    int found = -1;
    for (int axis = 0; axis < cut.before().rank(); axis++) {
      if (!cut.removed(axis).isEmpty()) {
        if (found >= 0) {
          throw refusal;
        }
        found = axis;
      }
    }
    if (found < 0 || cut.blockwise() || !cut.before().known(found)) {
      throw refusal;
    }
    return found;
  }

  private void follow(Node node, Arrangement before) {
    gone.add(node);
    CutNode at = nodes.apply(node);
    for (int i = 0; i < node.outputs().size(); i++) {
      if (node.output(i).isPresent()) {
        Value out = node.output(i).get();
        after(out, moved(at, i, before).orElseThrow(() -> refusal));
      }
    }
  }

  private void after(Value out, Arrangement arrangement) {
    Optional<TensorCut> cut = cut(out, arrangement).filter(some -> blocks || !some.blockwise());
    if (cut.isPresent()) {
      demandAsBefore(out, cut.get());
      found.put(out, cut.get());
      by.addAll(new Gathering(start, plan, apart).nodes(out, arrangement, cut.get(), refusal));
      return;
    }
    if (start.wiring().output(out) || start.wiring().readers(out).isEmpty()) {
      throw refusal;
    }
    for (Node reader : start.wiring().readers(out)) {
      if (!movesOnly(reader, out)) {
        throw refusal;
      }
      follow(reader, arrangement);
    }
  }

  /** Whether a node takes a value to move its elements, and for nothing else. */
  private static boolean movesOnly(Node reader, Value value) {
    Optional<Value> input = Optional.of(value);
    return reader.standard()
        && reader.input(0).equals(input)
        && reader.inputs().stream().filter(input::equals).count() == 1;
  }

  /** What has been followed already was right in that only if the cut is still the same. */
  private void demandAsBefore(Value out, TensorCut cut) {
    TensorCut before = plan.cut(out);
    if (!before.nothing() && !before.equals(cut.settled())) {
      throw refusal;
    }
  }

  private Optional<Arrangement> moved(CutNode at, int output, Arrangement before) {
    return switch (at.node().opType()) {
      case "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Identity" ->
          before.reshaped(at.shape(at.out()).toArray());
      case "Transpose" -> Optional.of(before.transposed(MovedAxes.order(at)));
      case "Gather" -> gathered(at, before);
      case "Split", "Slice" ->
          Slicing.taken(at, output).flatMap(taken -> before.selected(taken.axis(), taken.chosen()));
      default -> Optional.empty();
    };
  }

  private static Optional<Arrangement> gathered(CutNode at, Arrangement before) {
    Optional<long[]> indices = at.integers(at.in(1));
    int rank = at.shape(at.in(1)).rank();
    if (indices.isEmpty() || rank > 1) {
      return Optional.empty();
    }
    int axis = Choosing.axis(at, before.axes().size());
    int size = (int) at.shape(at.in(0)).dim(axis);
    int[] chosen =
        Arrays.stream(indices.get()).mapToInt(i -> (int) (i < 0 ? i + size : i)).toArray();
    Optional<Arrangement> some = before.selected(axis, chosen);
    return rank == 1 ? some : some.map(arrangement -> arrangement.without(axis));
  }

  /** What goes of a value so arranged; empty if no block remains, or that cannot be told. */
  private Optional<TensorCut> cut(Value out, Arrangement arrangement) {
    List<Integer> digits = new ArrayList<>();
    TensorCut cut = start.whole(out);
    for (int axis = 0; axis < arrangement.axes().size(); axis++) {
      List<Arrangement.Part> parts = arrangement.axes().get(axis);
      boolean whole = parts.size() == 1 && parts.get(0) instanceof Arrangement.Whole;
      if (!whole && Arrangement.digit(parts).isEmpty()) {
        return Optional.empty();
      }
      if (!whole && !parts.isEmpty()) {
        digits.add(axis);
      }
    }
    return blocks(cut, arrangement, digits);
  }

  private Optional<TensorCut> blocks(
      TensorCut whole, Arrangement arrangement, List<Integer> digits) {
    long[] sizes = new long[digits.size()];
    List<Arrangement.Part> parts = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = whole.before().dim(digits.get(i));
      parts.addAll(arrangement.axes().get(digits.get(i)));
    }
    List<Integer> channels = Arrangement.digit(parts).orElseThrow().values();
    BitSet removed = plan.cut(in).removed(apart);
    BitSet kept = new BitSet();
    for (int i = 0; i < channels.size(); i++) {
      kept.set(i, !removed.get(channels.get(i)));
    }
    Shape shape = Shape.of(sizes);
    Optional<TensorCut> some = new Region(shape, 0, sizes.length).cut(TensorCut.none(shape), kept);
    return some.map(cut -> placed(whole, cut, digits));
  }

  private static TensorCut placed(TensorCut whole, TensorCut cut, List<Integer> digits) {
    TensorCut placed = whole;
    for (int i = 0; i < digits.size(); i++) {
      placed = placed.and(digits.get(i), cut.removed(i));
      Optional<Across> across = cut.across(i);
      if (across.isPresent()) {
        placed = placed.and(across.get().at(digits.get(i), digits.get(across.get().by())));
      }
    }
    return placed;
  }
}
