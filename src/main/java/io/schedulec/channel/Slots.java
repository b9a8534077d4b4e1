package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The axes of parameters that have been asked for, in the order in which they were. */
final class Slots {
  private static final int NONE = -1;

  private final Spaces spaces;
  private final List<Slot> all = new ArrayList<>();

  /** For each space the number of the slot it was made for, or less than 0. */
  private final Ints bySpace = new Ints();

  private final Map<String, Axes> byName = new HashMap<>();
  private final @Nullable Axes[] byValue;
  private final Map<Integer, Ints> fixedTies = new HashMap<>();

  /** No slots so far, for a model of so many values. */
  Slots(Spaces spaces, int values) {
    this.spaces = spaces;
    this.byValue = new @Nullable Axes[values];
  }

  /**
   * What tied parameters have in common.
   *
   * @param first the first of them
   * @param spaces the spaces of its axes, and last the one across groups
   */
  @SuppressWarnings("ArrayRecordComponent") // filled as axes are asked for, never compared
  private record Axes(Parameter first, int[] spaces) {}

  /** The slot a space was made for, or null. */
  @Nullable Slot of(int space) {
    int slot = space < bySpace.size() ? bySpace.get(space) : NONE;
    return slot == NONE ? null : all.get(slot);
  }

  /** The space of an axis of a parameter; tied parameters of one name have one. */
  int space(Value value, int axis) {
    Axes axes = byValue[value.id()];
    if (axes == null) {
      axes = axes(value.parameter().orElseThrow());
      byValue[value.id()] = axes;
    }
    Parameter parameter = value.parameter().orElseThrow();
    if (axes.first.shape().equals(parameter.shape())) {
      return space(axes, axis, false, parameter.shape().dim(axis));
    }
    if (transposed(axes.first.shape(), parameter.shape())) {
      return space(axes, 1 - axis, false, parameter.shape().dim(axis));
    }
    int space = spaces.add((int) parameter.shape().dim(axis));
    spaces.freeze(space, Reason.FIXED_SHAPE, -1, value.id());
    freezeAll(axes, value);
    return space;
  }

  private Axes axes(Parameter parameter) {
    Axes known = byName.get(parameter.name());
    if (known == null) {
      int[] own = new int[parameter.shape().rank() + 1];
      Arrays.fill(own, NONE);
      known = new Axes(parameter, own);
      byName.put(parameter.name(), known);
    }
    return known;
  }

  /** The space over all groups of a grouped convolution for axis 1 of its weight. */
  int acrossGroups(Parameter parameter, int size) {
    return space(axes(parameter), 1, true, size);
  }

  private static boolean transposed(Shape a, Shape b) {
    return a.rank() == 2 && b.rank() == 2 && a.dim(0) == b.dim(1) && a.dim(1) == b.dim(0);
  }

  private void freezeAll(Axes axes, Value value) {
    for (int i = 0; i < axes.first.shape().rank(); i++) {
      int space = space(axes, i, false, axes.first.shape().dim(i));
      spaces.freeze(space, Reason.FIXED_SHAPE, -1, value.id());
    }
  }

  private int space(Axes axes, int axis, boolean acrossGroups, long size) {
    int place = acrossGroups ? axes.spaces.length - 1 : axis;
    if (axes.spaces[place] == NONE) {
      axes.spaces[place] = spaces.add((int) size);
      Slot slot = new Slot(axes.first, axis, axes.spaces[place], acrossGroups);
      while (bySpace.size() < slot.space) {
        bySpace.add(NONE);
      }
      bySpace.add(all.size());
      all.add(slot);
    }
    return axes.spaces[place];
  }

  /**
   * The axes that something has been stated of, each with one space: where a weight is also used
   * otherwise than by its grouped convolution, the numbering across groups is the one that counts,
   * and it is frozen.
   */
  List<Slot> settled() {
    List<Slot> settled = new ArrayList<>();
    for (Slot slot : all) {
      boolean used = slot.role != Role.OTHER || spaces.numbered(slot.space);
      int across = slot.axis == 1 && used && !slot.acrossGroups ? across(slot) : NONE;
      if (across != NONE) {
        spaces.freeze(across, Reason.FIXED_SHAPE, -1, -1);
      } else if (used) {
        spaces.base(slot.space);
        settled.add(slot);
      }
    }
    return settled;
  }

  private int across(Slot slot) {
    int[] own = axes(slot.parameter).spaces;
    return own[own.length - 1];
  }

  /** Two spaces were tied where a value is computed from parameters alone. */
  void tieFixed(int a, int b) {
    fixedTies(a).add(b);
    fixedTies(b).add(a);
  }

  private Ints fixedTies(int space) {
    Ints ties = fixedTies.get(space);
    if (ties == null) {
      ties = new Ints();
      fixedTies.put(space, ties);
    }
    return ties;
  }

  /** States a role of every parameter axis that a space was computed from. */
  void state(int space, Role role, boolean depthwise) {
    Ints reached = new Ints();
    reached.add(space);
    for (int i = 0; i < reached.size(); i++) {
      Slot slot = of(reached.get(i));
      if (slot != null) {
        slot.state(role);
        slot.depthwise |= depthwise;
      }
      Ints next = fixedTies.get(reached.get(i));
      for (int k = 0; next != null && k < next.size(); k++) {
        if (!reached.contains(next.get(k))) {
          reached.add(next.get(k));
        }
      }
    }
  }
}
