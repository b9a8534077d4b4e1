package io.schedulec.surgery;

import io.schedulec.channel.Constraint;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses channels of a group so that as many go from each block where that is demanded. */
final class Balance {
  private final int[][] blocks;
  private final List<List<Integer>> alike;
  private final int[][] left;
  private final int[] taken;
  private int steps = 1 << 16;

  private Balance(CoupledGroup group, List<Integer> order, int wanted) {
    Map<List<Integer>, List<Integer>> classes = classes(group, order);
    alike = List.copyOf(classes.values());
    blocks = new int[alike.size()][];
    int next = 0;
    for (List<Integer> key : classes.keySet()) {
      blocks[next++] = key.stream().mapToInt(Integer::intValue).toArray();
    }
    left = new int[group.constraints().size()][];
    for (int i = 0; i < left.length; i++) {
      int count = group.constraints().get(i).blocks();
      left[i] = new int[count];
      Arrays.fill(left[i], wanted / count);
    }
    taken = new int[alike.size()];
  }

  /**
   * Channels of a group, ascending.
   *
   * @param order all its channels, those first that are taken rather than others
   * @param wanted how many; must be a multiple of the blocks of each constraint
   * @return none if so many cannot be chosen
   */
  static List<Integer> of(CoupledGroup group, List<Integer> order, int wanted) {
    for (Constraint constraint : group.constraints()) {
      if (wanted % constraint.blocks() != 0) {
        return List.of();
      }
    }
    Balance balance = new Balance(group, order, wanted);
    if (!balance.take(0, wanted)) {
      return List.of();
    }
    List<Integer> channels = new ArrayList<>();
    for (int i = 0; i < balance.taken.length; i++) {
      channels.addAll(balance.alike.get(i).subList(0, balance.taken[i]));
    }
    Collections.sort(channels);
    return channels;
  }

  /** The channels of a group, those together that are in the same blocks. */
  static Map<List<Integer>, List<Integer>> classes(CoupledGroup group, List<Integer> order) {
    Map<List<Integer>, List<Integer>> classes = new LinkedHashMap<>();
    for (int channel : order) {
      List<Integer> own = new ArrayList<>();
      group.constraints().forEach(constraint -> own.add(block(group, constraint, channel)));
      classes.computeIfAbsent(own, any -> new ArrayList<>()).add(channel);
    }
    return classes;
  }

  /** The smallest number of channels that suits all constraints, if blocks are of equal sizes. */
  static int unit(CoupledGroup group) {
    int unit = 1;
    for (Constraint constraint : group.constraints()) {
      unit = unit / gcd(unit, constraint.blocks()) * constraint.blocks();
    }
    return unit;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** Takes of the channels that are in the same blocks, as many as fit first. */
  private boolean take(int next, int open) {
    if (next == taken.length || steps-- < 0) {
      return open == 0 && steps >= 0;
    }
    int most = Math.min(open, alike.get(next).size());
    for (int i = 0; i < left.length; i++) {
      int block = blocks[next][i];
      most = block < 0 ? most : Math.min(most, left[i][block]);
    }
    for (int count = most; count >= 0; count--) {
      add(next, count);
      if (take(next + 1, open - count)) {
        return true;
      }
      add(next, -count);
    }
    return false;
  }

  private void add(int next, int count) {
    taken[next] += count;
    for (int i = 0; i < left.length; i++) {
      if (blocks[next][i] >= 0) {
        left[i][blocks[next][i]] -= count;
      }
    }
  }

  /**
   * The block of a constraint that a channel is in; -1 where the constraint does not ask for it.
   */
  private static int block(CoupledGroup group, Constraint constraint, int channel) {
    for (int block = 0; block < constraint.channels().size(); block++) {
      if (constraint.channels().get(block).contains(channel)) {
        return block;
      }
    }
    for (Member member : group.members()) {
      boolean imposes =
          member.parameter().name().equals(constraint.tensor())
              && member.axis() == constraint.axis();
      if (constraint.channels().isEmpty() && imposes && !member.indices().of(channel).isEmpty()) {
        long size = member.parameter().shape().dim(member.axis());
        long width = member.convInput() ? size : size / constraint.blocks();
        return (int) (member.indices().of(channel).get(0) / width);
      }
    }
    return -1;
  }
}
