package io.schedulec.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Divides the sets of channels into groups: sets of one group touch the same axes of parameters and
 * agree in whether they are frozen.
 */
final class Partition {
  private static final int NONE = -1;

  private final UnionFind sets;
  private final Spaces spaces;

  /** The number of the set of each channel. */
  private final int[] set;

  private final Ints representatives;
  private final int[] signature;
  private final int[] group;
  private final int[] channel;
  private final Ints sizes = new Ints();
  private int lastKey = NONE;
  private int lastNumber;

  private Partition(Spaces spaces) {
    this.spaces = spaces;
    this.sets = spaces.sets();
    this.set = new int[sets.size()];
    this.representatives = numberSets();
    this.signature = new int[representatives.size()];
    this.group = new int[representatives.size()];
    this.channel = new int[representatives.size()];
    Arrays.fill(group, NONE);
  }

  /** Numbers the sets without gaps, and returns a channel of each. */
  private Ints numberSets() {
    Ints found = new Ints();
    for (int i = 0; i < set.length; i++) {
      if (sets.find(i) == i) {
        set[i] = found.size();
        found.add(i);
      }
    }
    for (int i = 0; i < set.length; i++) {
      int root = sets.find(i);
      if (root != i) {
        set[i] = set[root];
      }
    }
    return found;
  }

  /** The groups, numbered in order of the slots and of the indices within each. */
  static Partition of(Spaces spaces, List<Slot> slots) {
    Partition partition = new Partition(spaces);
    List<Slot> unlike = unlike(spaces, slots);
    partition.sign(unlike);
    partition.number(unlike);
    return partition;
  }

  /** One of each slots that have the very same channels, which tell them apart no further. */
  private static List<Slot> unlike(Spaces spaces, List<Slot> slots) {
    Set<Long> seen = new HashSet<>(2 * slots.size());
    List<Slot> unlike = new ArrayList<>();
    for (Slot slot : slots) {
      if (seen.add(((long) spaces.base(slot.space) << 32) | spaces.size(slot.space))) {
        unlike.add(slot);
      }
    }
    return unlike;
  }

  /** The number of groups. */
  int groups() {
    return sizes.size();
  }

  /** The number of channels of a group. */
  int size(int group) {
    return sizes.get(group);
  }

  /** The group of a channel, or -1 where it touches no parameter. */
  int group(int channel) {
    return group[set[channel]];
  }

  /** The number of a channel within its group. */
  int place(int channelNumber) {
    return channel[set[channelNumber]];
  }

  /** Gives two sets the same number exactly when they touch the same slots. */
  private void sign(List<Slot> slots) {
    int[] lastSlot = new int[representatives.size()];
    Map<Long, Integer> numbers = new HashMap<>();
    for (int s = 0; s < slots.size(); s++) {
      int base = spaces.base(slots.get(s).space);
      int size = spaces.size(slots.get(s).space);
      int before = NONE;
      int after = NONE;
      for (int i = 0; i < size; i++) {
        int own = set[base + i];
        if (lastSlot[own] == s + 1) {
          continue;
        }
        lastSlot[own] = s + 1;
        if (signature[own] != before) {
          before = signature[own];
          after = number(numbers, (long) before * slots.size() + s);
        }
        signature[own] = after;
      }
    }
  }

  private static int number(Map<Long, Integer> numbers, long key) {
    Integer known = numbers.get(key);
    if (known == null) {
      known = numbers.size() + 1;
      numbers.put(key, known);
    }
    return known;
  }

  private void number(List<Slot> slots) {
    Map<Integer, Integer> groupOf = new HashMap<>();
    for (Slot slot : slots) {
      int base = spaces.base(slot.space);
      int size = spaces.size(slot.space);
      for (int i = 0; i < size; i++) {
        int own = set[base + i];
        if (group[own] == NONE) {
          place(own, groupOf);
        }
      }
    }
  }

  private void place(int own, Map<Integer, Integer> groupOf) {
    int key = 2 * signature[own] + (sets.frozen(representatives.get(own)) ? 1 : 0);
    if (key != lastKey) {
      Integer known = groupOf.get(key);
      if (known == null) {
        known = sizes.size();
        groupOf.put(key, known);
        sizes.add(0);
      }
      lastKey = key;
      lastNumber = known;
    }
    int number = lastNumber;
    group[own] = number;
    channel[own] = sizes.get(number);
    sizes.set(number, channel[own] + 1);
  }
}
