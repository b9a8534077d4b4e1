package io.schedulec.channel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the sets of channels into groups: sets of one group touch the same axes of parameters and
 * agree in whether they are frozen.
 */
final class Partition {
  private static final int NONE = -1;

  private final UnionFind sets;
  private final Spaces spaces;
  private final int[] roots;
  private final int[] signature;
  private final int[] group;
  private final int[] channel;
  private final Ints sizes = new Ints();
  private int lastKey = NONE;
  private int lastNumber;

  private Partition(Spaces spaces) {
    this.spaces = spaces;
    this.sets = spaces.sets();
    this.signature = new int[sets.size()];
    this.group = new int[sets.size()];
    this.channel = new int[sets.size()];
    Arrays.fill(group, NONE);
    this.roots = new int[sets.size()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = sets.find(i);
    }
  }

  /** The groups, numbered in order of the slots and of the indices within each. */
  static Partition of(Spaces spaces, List<Slot> slots) {
    Partition partition = new Partition(spaces);
    partition.sign(slots);
    partition.number(slots);
    return partition;
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
    return group[roots[channel]];
  }

  /** The number of a channel within its group. */
  int place(int channelNumber) {
    return channel[roots[channelNumber]];
  }

  /** Gives two sets the same number exactly when they touch the same slots. */
  private void sign(List<Slot> slots) {
    int[] lastSlot = new int[sets.size()];
    Map<Long, Integer> numbers = new HashMap<>();
    for (int s = 0; s < slots.size(); s++) {
      int base = spaces.base(slots.get(s).space);
      int size = spaces.size(slots.get(s).space);
      int before = NONE;
      int after = NONE;
      for (int i = 0; i < size; i++) {
        int root = roots[base + i];
        if (lastSlot[root] == s + 1) {
          continue;
        }
        lastSlot[root] = s + 1;
        if (signature[root] != before) {
          before = signature[root];
          after = number(numbers, (long) before * slots.size() + s);
        }
        signature[root] = after;
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
        int root = roots[base + i];
        if (group[root] == NONE) {
          place(root, groupOf);
        }
      }
    }
  }

  private void place(int root, Map<Integer, Integer> groupOf) {
    int key = 2 * signature[root] + (sets.frozen(root) ? 1 : 0);
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
    group[root] = number;
    channel[root] = sizes.get(number);
    sizes.set(number, channel[root] + 1);
  }
}
