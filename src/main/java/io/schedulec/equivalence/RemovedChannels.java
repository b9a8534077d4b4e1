package io.schedulec.equivalence;

import io.schedulec.channel.ChannelMap;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The channels that are removed together, numbered, and where each of them is in the values. */
final class RemovedChannels {
  private static final int NONE = -1;
  private static final int[] NOWHERE = {};

  private final ChannelMap map;
  private final ShapeTable shapes;
  private final List<CoupledGroup> groupOf = new ArrayList<>();
  private final Map<Integer, int[]> numbers = new HashMap<>();
  private final Map<Value, Held> held = new HashMap<>();
  private final Map<Value, Map<Integer, Axis>> axes = new HashMap<>();

  /**
   * The removed channels that a value has.
   *
   * @param channels their numbers, ascending
   * @param axes for each of them the axes it is on; bit 0 is the last axis
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Held(int[] channels, int[] axes) {}

  /** The removed channel of each index of an axis, and the indices of each removed channel. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Axis(int[] channelOf, Map<Integer, int[]> indicesOf) {}

  RemovedChannels(ChannelMap map, ShapeTable shapes, Map<CoupledGroup, List<Integer>> removed) {
    this.map = map;
    this.shapes = shapes;
    removed.forEach(this::number);
  }

  private void number(CoupledGroup group, List<Integer> channels) {
    int[] own = new int[group.size()];
    Arrays.fill(own, NONE);
    for (int channel : channels) {
      own[channel] = groupOf.size();
      groupOf.add(group);
    }
    numbers.put(group.id(), own);
  }

  /** The group of a removed channel. */
  CoupledGroup group(int channel) {
    return groupOf.get(channel);
  }

  /** The removed channels that a value has, ascending. */
  int[] in(Value value) {
    return held(value).channels;
  }

  /** The axes of a value that a removed channel is on, as bits; bit 0 is the last axis. */
  int axes(Value value, int channel) {
    Held own = held(value);
    int at = Arrays.binarySearch(own.channels, channel);
    return at < 0 ? 0 : own.axes[at];
  }

  /** Whether one axis of a value, and no other, has a removed channel. */
  boolean onlyOn(int axis, Value value, int channel) {
    return axes(value, channel) == 1 << (rank(value) - 1 - axis);
  }

  /** The removed channel that an index of an axis is, or -1. */
  int at(Value value, int axis, int index) {
    int[] channelOf = axis(value, axis).channelOf;
    return index < channelOf.length ? channelOf[index] : NONE;
  }

  /** The indices of an axis that are a removed channel; none on an axis that is not whole. */
  int[] indices(Value value, int axis, int channel) {
    return axis(value, axis).indicesOf.getOrDefault(channel, NOWHERE);
  }

  private Held held(Value value) {
    Held own = held.get(value);
    if (own == null) {
      own = find(value);
      held.put(value, own);
    }
    return own;
  }

  private Held find(Value value) {
    Map<Integer, Integer> found = new TreeMap<>();
    int rank = rank(value);
    for (int axis = 0; axis < rank; axis++) {
      int bit = 1 << (rank - 1 - axis);
      for (int i = 0; i < map.channels(value, axis); i++) {
        int channel = channel(value, axis, i);
        if (channel != NONE) {
          found.merge(channel, bit, (a, b) -> a | b);
        }
      }
    }
    return new Held(
        found.keySet().stream().mapToInt(Integer::intValue).toArray(),
        found.values().stream().mapToInt(Integer::intValue).toArray());
  }

  private Axis axis(Value value, int axis) {
    Map<Integer, Axis> own = axes.computeIfAbsent(value, v -> new HashMap<>());
    return own.computeIfAbsent(axis, a -> find(value, a));
  }

  private Axis find(Value value, int axis) {
    int size = map.channels(value, axis);
    if (size == 0 || !map.whole(value, axis)) {
      return new Axis(NOWHERE, Map.of());
    }
    int[] channelOf = new int[size];
    Map<Integer, int[]> indicesOf = new HashMap<>();
    for (int i = 0; i < size; i++) {
      channelOf[i] = channel(value, axis, i);
      if (channelOf[i] != NONE) {
        indicesOf.merge(channelOf[i], new int[] {i}, RemovedChannels::join);
      }
    }
    return new Axis(channelOf, indicesOf);
  }

  private static int[] join(int[] list, int[] more) {
    int[] joined = Arrays.copyOf(list, list.length + more.length);
    System.arraycopy(more, 0, joined, list.length, more.length);
    return joined;
  }

  private int channel(Value value, int axis, int index) {
    int[] own = numbers.get(map.group(value, axis, index));
    return own == null ? NONE : own[map.place(value, axis, index)];
  }

  private int rank(Value value) {
    return shapes.shape(value).isPresent() ? shapes.shape(value).get().rank() : 0;
  }
}
