package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Demands that as many channels of a space go from each of its slices along some digits. */
final class Blocks {
  private final Spaces spaces;
  private final Map<Integer, Demand> bySpace = new LinkedHashMap<>();

  Blocks(Spaces spaces) {
    this.spaces = spaces;
  }

  /** The slices of a space: channels that agree in all digits are of one. */
  static final class Demand {
    private final int space;
    private final List<Digit> digits = new ArrayList<>();
    private final Reason reason;
    private final int node;

    private Demand(int space, Reason reason, int node) {
      this.space = space;
      this.reason = reason;
      this.node = node;
    }

    /** The space. */
    int space() {
      return space;
    }

    /** The number of slices. */
    int count() {
      return Digits.size(digits);
    }

    /** The slice that a channel is in. */
    int of(int channel) {
      int slice = 0;
      for (Digit digit : digits) {
        slice = slice * digit.size() + digit.of(channel);
      }
      return slice;
    }

    /** Takes a digit in; digits that overlap become one. */
    private void add(Digit more) {
      int low = more.stride();
      int high = low * more.size();
      for (int i = digits.size() - 1; i >= 0; i--) {
        Digit known = digits.get(i);
        int end = known.stride() * known.size();
        if (known.stride() <= high && low <= end) {
          low = Math.min(low, known.stride());
          high = Math.max(high, end);
          digits.remove(i);
        }
      }
      digits.add(new Digit(space, low, high / low));
      digits.sort(Comparator.comparingInt(Digit::stride).reversed());
    }
  }

  /** As many channels have to go from each slice along a digit. */
  void demand(Digit digit, Reason reason, int node) {
    Demand demand = bySpace.get(digit.space());
    if (demand == null) {
      demand = new Demand(digit.space(), reason, node);
      bySpace.put(digit.space(), demand);
    }
    demand.add(digit);
  }

  /**
   * Freezes what has no channel to lose, because every slice is a single channel, and forgets about
   * spaces all of whose slices lose as many channels whichever go.
   */
  Collection<Demand> settled() {
    for (Demand demand : bySpace.values()) {
      if (demand.count() == spaces.size(demand.space)) {
        spaces.freeze(demand.space, demand.reason, demand.node, -1);
      }
    }
    bySpace.values().removeIf(demand -> spaces.frozen(demand.space) || even(demand));
    return bySpace.values();
  }

  /** Whether every set of channels has as many in each slice. */
  private boolean even(Demand demand) {
    int base = spaces.base(demand.space);
    Map<Integer, int[]> counts = new LinkedHashMap<>();
    for (int channel = 0; channel < spaces.size(demand.space); channel++) {
      int root = spaces.sets().find(base + channel);
      int @Nullable [] count = counts.get(root);
      if (count == null) {
        count = new int[demand.count()];
        counts.put(root, count);
      }
      count[demand.of(channel)]++;
    }
    return counts.values().stream().allMatch(Blocks::allEqual);
  }

  private static boolean allEqual(int[] counts) {
    for (int count : counts) {
      if (count != counts[0]) {
        return false;
      }
    }
    return true;
  }
}
