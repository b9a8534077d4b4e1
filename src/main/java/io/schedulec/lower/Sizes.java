package io.schedulec.lower;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.plan.Group;
import io.schedulec.plan.Member;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The shapes that tensors have at some moment of a plan. */
final class Sizes {
  private final Map<String, Shape> shapes = new HashMap<>();

  /** The shapes before anything is removed. */
  Sizes(List<Parameter> parameters) {
    parameters.forEach(p -> shapes.putIfAbsent(p.name(), p.shape()));
  }

  /** A tensor's shape, with {@link Shape#UNKNOWN} where the weights decide. */
  Shape of(String tensor) {
    Shape shape = shapes.get(tensor);
    if (shape == null) {
      throw new IllegalArgumentException("no parameter " + tensor);
    }
    return shape;
  }

  /** The number of indices of an axis; empty where the weights decide. */
  OptionalInt dim(String tensor, int axis) {
    long dim = of(tensor).dim(axis);
    return dim == Shape.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(dim));
  }

  /** The number of elements; empty where the weights decide. */
  OptionalInt elements(String tensor) {
    long elements = of(tensor).elements();
    return elements == Shape.UNKNOWN || elements > Integer.MAX_VALUE
        ? OptionalInt.empty()
        : OptionalInt.of((int) elements);
  }

  /**
   * Removes channels from groups.
   *
   * @param removed how many from all of them together; empty where the weights decide
   */
  void remove(List<Group> groups, OptionalInt removed) {
    Map<Axis, Integer> lost = new LinkedHashMap<>();
    for (Axis axis : axes(groups)) {
      lost.put(axis, lost(axis, groups, removed));
    }
    lost.forEach(this::shrink);
  }

  private void shrink(Axis axis, int lost) {
    Shape shape = of(axis.tensor());
    long dim = shape.dim(axis.axis());
    boolean known = lost >= 0 && dim != Shape.UNKNOWN;
    shapes.put(axis.tensor(), shape.with(axis.axis(), known ? dim - lost : Shape.UNKNOWN));
  }

  /** How many indices an axis loses; negative where that is not known. */
  private int lost(Axis axis, List<Group> groups, OptionalInt removed) {
    if (axis.convInput() && dim(axis.tensor(), axis.axis()).orElse(0) == 1) {
      return 0; // Of a depthwise convolution, whose rows go instead.
    }
    int width = Widths.of(axis, groups);
    if (removed.isEmpty() || width < 0) {
      return -1;
    }
    int indices = removed.getAsInt() * width;
    if (!axis.convInput()) {
      return indices;
    }
    OptionalInt blocks = blocks(axis, groups);
    return blocks.isPresent() && indices % blocks.getAsInt() == 0
        ? indices / blocks.getAsInt()
        : -1;
  }

  private static OptionalInt blocks(Axis axis, List<Group> groups) {
    for (Group group : groups) {
      for (Group.Balance balance : group.balances()) {
        if (balance.tensor().equals(axis.tensor())) {
          return OptionalInt.of(balance.blocks());
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Every axis that loses indices with the channels of some groups. */
  static Iterable<Axis> axes(List<Group> groups) {
    Map<Axis, Boolean> axes = new LinkedHashMap<>();
    for (Group group : groups) {
      for (Member member : group.members()) {
        axes.put(Axis.of(member), true);
      }
    }
    return axes.keySet();
  }
}
