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
  private final Map<Integer, Slot> bySpace = new HashMap<>();
  private final Map<String, int[]> byName = new HashMap<>();
  private final Map<String, Parameter> firstByName = new HashMap<>();
  private final Map<Integer, Ints> fixedTies = new HashMap<>();

  Slots(Spaces spaces) {
    this.spaces = spaces;
  }

  /** The slot a space was made for, or null. */
  @Nullable Slot of(int space) {
    return bySpace.get(space);
  }

  /** The space of an axis of a parameter; tied parameters of one name have one. */
  int space(Value value, int axis) {
    Parameter parameter = value.parameter().orElseThrow();
    Parameter first = firstByName.putIfAbsent(parameter.name(), parameter);
    if (first == null || first.shape().equals(parameter.shape())) {
      return space(first == null ? parameter : first, axis, false, parameter.shape().dim(axis));
    }
    if (transposed(first.shape(), parameter.shape())) {
      return space(first, 1 - axis, false, parameter.shape().dim(axis));
    }
    int space = spaces.add((int) parameter.shape().dim(axis));
    spaces.freeze(space, Reason.FIXED_SHAPE, -1, value.id());
    freezeAll(first, value);
    return space;
  }

  /** The space over all groups of a grouped convolution for axis 1 of its weight. */
  int acrossGroups(Parameter parameter, int size) {
    return space(firstByName.getOrDefault(parameter.name(), parameter), 1, true, size);
  }

  private static boolean transposed(Shape a, Shape b) {
    return a.rank() == 2 && b.rank() == 2 && a.dim(0) == b.dim(1) && a.dim(1) == b.dim(0);
  }

  private void freezeAll(Parameter parameter, Value value) {
    for (int i = 0; i < parameter.shape().rank(); i++) {
      int space = space(parameter, i, false, parameter.shape().dim(i));
      spaces.freeze(space, Reason.FIXED_SHAPE, -1, value.id());
    }
  }

  private int space(Parameter parameter, int axis, boolean acrossGroups, long size) {
    int[] own = spacesOf(parameter);
    int place = acrossGroups ? own.length - 1 : axis;
    if (own[place] == NONE) {
      own[place] = spaces.add((int) size);
      Slot slot = new Slot(parameter, axis, own[place], acrossGroups);
      all.add(slot);
      bySpace.put(own[place], slot);
    }
    return own[place];
  }

  /** The spaces of a parameter's axes, and last the one across groups. */
  private int[] spacesOf(Parameter parameter) {
    int[] own = byName.get(parameter.name());
    if (own == null) {
      own = new int[parameter.shape().rank() + 1];
      Arrays.fill(own, NONE);
      byName.put(parameter.name(), own);
    }
    return own;
  }

  /**
   * The axes that something has been stated of, each with one space: where a weight is also used
   * otherwise than by its grouped convolution, the numbering across groups is the one that counts,
   * and it is frozen.
   */
  List<Slot> settled() {
    List<Slot> settled = new ArrayList<>();
    for (Slot slot : all) {
      int[] own = spacesOf(slot.parameter);
      int across = own[own.length - 1];
      boolean used = slot.role != Role.OTHER || spaces.numbered(slot.space);
      boolean twice = slot.axis == 1 && across != NONE && used;
      if (twice && !slot.acrossGroups) {
        spaces.freeze(across, Reason.FIXED_SHAPE, -1, -1);
      } else if (used) {
        spaces.base(slot.space);
        settled.add(slot);
      }
    }
    return settled;
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
      Slot slot = bySpace.get(reached.get(i));
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
