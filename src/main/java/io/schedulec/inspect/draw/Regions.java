package io.schedulec.inspect.draw;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The parts of a sketch that channels enter at one item and leave at one item, in rows.
 *
 * <p>Whatever all parts are given alike, such as a mask, is no way into a part.
 */
final class Regions {
  /** A region with more items is not looked at, so that nested ones cost no more than the model. */
  private static final int MOST = 200;

  private final Sketch sketch;
  private final IntPredicate prunable;
  private final List<List<Wire>> into = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<List<Integer>> after = new ArrayList<>();
  private final int[] next;

  /**
   * Looks for them.
   *
   * @param prunable whether a group can be pruned
   */
  Regions(Sketch sketch, IntPredicate prunable) {
    this.sketch = sketch;
    this.prunable = prunable;
    for (int i = 0; i < sketch.items().size(); i++) {
      into.add(new ArrayList<>());
      before.add(new ArrayList<>());
      after.add(new ArrayList<>());
    }
    for (Wire wire : sketch.wires()) {
      into.get(wire.to()).add(wire);
      if (!given(wire.from())) {
        before.get(wire.to()).add(wire.from());
        after.get(wire.from()).add(wire.to());
      }
    }
    next = links();
  }

  /**
   * A part of a sketch.
   *
   * @param exit the item that channels leave at
   * @param items its items in an order that depends on its structure only, the exit last
   * @param form its structure as text, equal for parts that are alike
   * @param loose the same without how many channels are read, and of which groups
   */
  record Region(int exit, List<Integer> items, String form, String loose) {}

  private boolean given(int item) {
    return sketch.items().get(item).kind() == Item.Kind.INPUT;
  }

  /** For each item the next that all ways meet at, if nothing else leads there; else -1. */
  private int[] links() {
    int[] behind = Dominators.after(after);
    int[] ahead = Dominators.of(before);
    int[] links = new int[behind.length];
    for (int item = 0; item < links.length; item++) {
      boolean closed = behind[item] >= 0 && ahead[behind[item]] == item;
      links[item] = closed ? behind[item] : -1;
    }
    return links;
  }

  /** The rows of regions, outer ones before those inside them. */
  List<List<Region>> rows() {
    boolean[] inside = new boolean[next.length];
    Arrays.stream(next).filter(n -> n >= 0).forEach(n -> inside[n] = true);
    List<List<Region>> rows = new ArrayList<>();
    for (int item = 0; item < next.length; item++) {
      if (!inside[item] && next[item] >= 0) {
        rows.add(row(item));
      }
    }
    return rows;
  }

  private List<Region> row(int start) {
    List<Region> row = new ArrayList<>();
    for (int entry = start; next[entry] >= 0; entry = next[entry]) {
      int exit = next[entry];
      String own = "a large region at " + exit;
      row.add(gather(entry, exit).orElse(new Region(exit, List.of(exit), own, own)));
    }
    return row;
  }

  /** Walks back from the exit, operand by operand: the way does not depend on the file's order. */
  private Optional<Region> gather(int entry, int exit) {
    Set<Integer> found = new LinkedHashSet<>();
    Set<Integer> seen = new HashSet<>(Set.of(exit));
    List<Integer> stack = new ArrayList<>(List.of(exit));
    while (!stack.isEmpty()) {
      int item = stack.get(stack.size() - 1);
      int waiting = stack.size();
      List<Integer> operands = before.get(item);
      for (int i = operands.size() - 1; i >= 0; i--) {
        if (operands.get(i) != entry && seen.add(operands.get(i))) {
          stack.add(operands.get(i));
        }
      }
      if (stack.size() == waiting) {
        found.add(stack.remove(waiting - 1));
      }
      if (seen.size() > MOST) {
        return Optional.empty();
      }
    }
    List<Integer> items = List.copyOf(found);
    return Optional.of(
        new Region(exit, items, form(entry, items, false), form(entry, items, true)));
  }

  private String form(int entry, List<Integer> items, boolean loose) {
    Map<Integer, Integer> numbers = new HashMap<>(Map.of(entry, -1));
    GroupForms groups = new GroupForms(sketch.items().get(entry).groups(), prunable);
    StringBuilder form = new StringBuilder();
    for (int item : items) {
      numbers.put(item, numbers.size() - 1);
      Item drawn = sketch.items().get(item);
      form.append(drawn.kind()).append(' ').append(drawn.operator());
      form.append(loose ? writing(drawn) : drawn.detail() + " = " + drawn.shape());
      form.append(loose ? "" : groups.of(drawn.groups()));
      for (Wire wire : into.get(item)) {
        String from = given(wire.from()) ? "given " + wire.from() : "" + numbers.get(wire.from());
        form.append("; ").append(wire.operand()).append(" from ").append(from);
        form.append('.').append(wire.output());
        form.append(loose ? "" : " " + wire.label() + groups.of(wire.groups()));
      }
      form.append('\n');
    }
    return form.toString();
  }

  /** What a layer makes, whatever it makes it of. */
  private static String writing(Item item) {
    StringBuilder form = new StringBuilder();
    if (item.kind() == Item.Kind.LAYER) {
      for (Parameter weight : item.weights()) {
        Shape shape = weight.shape();
        form.append(' ').append(shape.rank() > 2 ? shape.with(1, 0) : shape);
      }
      form.append(" = ").append(item.shape());
    }
    return form.toString();
  }
}
