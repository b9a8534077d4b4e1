package io.schedulec.surgery;

import io.schedulec.channel.CoupledGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Half of the channels of a group, or nearly so where blocks have to lose as many. */
final class Halving {
  private Halving() {}

  /** Half of the channels, each with one that stays and is in the same blocks. */
  static Map<Integer, Integer> pairs(CoupledGroup group, Random random) {
    Map<Integer, Integer> pairs = new TreeMap<>();
    for (List<Integer> alike : Balance.classes(group, shuffled(group, random)).values()) {
      int half = alike.size() / 2;
      if (alike.size() % 2 != 0) {
        throw new AssertionError("an odd number of channels is in the same blocks");
      }
      for (int i = 0; i < half; i++) {
        pairs.put(alike.get(i), alike.get(half + i));
      }
    }
    return pairs;
  }

  private static List<Integer> shuffled(CoupledGroup group, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int channel = 0; channel < group.size(); channel++) {
      order.add(channel);
    }
    Collections.shuffle(order, random);
    return order;
  }

  /** The channels to be removed, ascending; none where no number of them is right. */
  static List<Integer> of(CoupledGroup group, Random random) {
    List<Integer> order = shuffled(group, random);
    int unit = Balance.unit(group);
    for (int wanted = group.size() / 2 / unit * unit; wanted > 0; wanted -= unit) {
      List<Integer> channels = Balance.of(group, order, wanted);
      if (!channels.isEmpty()) {
        return channels;
      }
    }
    return List.of();
  }
}
