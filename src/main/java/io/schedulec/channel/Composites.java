package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ties of axes that are written in digits.
 *
 * <p>A space that is spread over several axes of a value can lose channels in two ways that leave a
 * tensor: whole slices of one of its axes, which ties all channels of a slice ({@link #align}); or
 * as many channels from each slice of an axis that itself stays whole ({@link Blocks}), which is
 * right where every slice is worked on by itself.
 */
final class Composites {
  private static final int LARGEST = 1 << 26;

  private final Spaces spaces;
  private final Slots slots;
  private final Blocks blocks;
  private final Map<List<Digit>, Integer> made = new HashMap<>();

  Composites(Spaces spaces, Slots slots, Blocks blocks) {
    this.spaces = spaces;
    this.slots = slots;
    this.blocks = blocks;
  }

  /** Where statements are made: the node, and the time for the joins. */
  record At(int node, int time, boolean fixed, boolean product) {}

  /** Whether no channel of the space of a digit can be removed. */
  boolean frozen(Digit digit) {
    return spaces.frozen(digit.space());
  }

  /** Whether a digit is all there is of the channels of its space. */
  boolean covers(Digit digit) {
    return digit.size() == spaces.size(digit.space());
  }

  /** Notes that a space was computed from another, where all that is computed from is fixed. */
  void state(int space, int from, At at) {
    if (at.fixed()) {
      slots.tieFixed(space, from);
    }
  }

  /**
   * A space with one channel for each index that some digits write, tied to the channels behind
   * them; frozen where more than one space is behind them.
   */
  int space(List<Digit> digits, At at) {
    Integer known = made.get(digits);
    // Where joins are taken down, each node that needs the space makes it anew, so as to be named.
    if (known != null && !spaces.recorded()) {
      return known;
    }
    int space = make(digits, at);
    made.put(digits, space);
    return space;
  }

  /** The space that was last made of some digits, or -1. */
  int made(List<Digit> digits) {
    Integer known = made.get(digits);
    return known == null ? -1 : known;
  }

  private int make(List<Digit> digits, At at) {
    int size = Digits.size(digits);
    int live = -1;
    boolean several = size > LARGEST;
    for (Digit digit : digits) {
      if (!frozen(digit)) {
        several |= live >= 0 && live != digit.space();
        live = digit.space();
      }
    }
    int space = spaces.add(size);
    if (several || size < 0) {
      Reason reason = size < 0 ? Reason.UNKNOWN_SHAPE : Reason.FIXED_SHAPE;
      digits.forEach(digit -> spaces.freeze(digit.space(), reason, at.node(), -1));
      spaces.freeze(space, reason, at.node(), -1);
    } else if (live < 0) {
      spaces.freezeLike(space, digits.get(0).space(), at.node(), -1);
    } else {
      tie(space, digits, live, at);
    }
    return space;
  }

  private void tie(int space, List<Digit> digits, int live, At at) {
    List<Digit> own = new ArrayList<>();
    int size = spaces.size(space);
    int[] channel = new int[size];
    int inner = 1;
    for (int k = digits.size() - 1; k >= 0; k--) {
      Digit digit = digits.get(k);
      if (digit.space() == live) {
        own.add(digit);
        for (int i = 0; i < size; i++) {
          channel[i] += i / inner % digit.size() * digit.stride();
        }
      }
      inner *= digit.size();
    }
    keepOnly(live, own, at);
    state(space, live, at);
    int a = spaces.base(space);
    int b = spaces.base(live);
    for (int i = 0; i < size; i++) {
      spaces.sets().union(a + i, b + channel[i], at.time(), false);
    }
  }

  /** Ties channels of a space that differ in other digits only. */
  private void keepOnly(int space, List<Digit> digits, At at) {
    if (Digits.size(digits) == spaces.size(space)) {
      return;
    }
    int base = spaces.base(space);
    for (int channel = 0; channel < spaces.size(space); channel++) {
      int least = 0;
      for (Digit digit : digits) {
        least += digit.of(channel) * digit.stride();
      }
      if (least != channel) {
        spaces.sets().union(base + channel, base + least, at.time(), false);
      }
    }
  }

  /** Ties channels of a space that differ in one digit only; frozen where that is all of it. */
  void align(Digit digit, Reason reason, At at, int value) {
    if (frozen(digit)) {
      return;
    }
    if (covers(digit) || digit.size() < 0) {
      spaces.freeze(digit.space(), reason, at.node(), value);
      return;
    }
    int base = spaces.base(digit.space());
    for (int channel = 0; channel < spaces.size(digit.space()); channel++) {
      int least = channel - digit.of(channel) * digit.stride();
      if (least != channel) {
        spaces.sets().union(base + channel, base + least, at.time(), false);
      }
    }
  }

  /** As many channels have to go from each slice of a digit; frozen where that is all of it. */
  void block(Digit digit, Reason reason, At at, int value) {
    if (frozen(digit)) {
      return;
    }
    if (covers(digit) || digit.size() < 0) {
      spaces.freeze(digit.space(), reason, at.node(), value);
    } else {
      blocks.demand(digit, reason, at.node());
    }
  }

  /** Two indices that are the same, and where they stand. */
  record Meeting(List<Digit> first, List<Digit> second) {}

  /**
   * Ties spaces that are spread over axes that meet: channels that all the digits they share agree
   * in are one.
   */
  void meet(List<Meeting> meetings, At at) {
    Map<List<Integer>, List<Digits.Pair>> shared = new LinkedHashMap<>();
    for (Meeting meeting : meetings) {
      List<Digits.Pair> pairs = Digits.aligned(meeting.first(), meeting.second());
      if (pairs == null) {
        tieWhole(meeting, at);
      } else {
        pairs.forEach(pair -> meet(pair, at, shared));
      }
    }
    shared.forEach((both, pairs) -> tie(both.get(0), both.get(1), pairs, at));
  }

  private void meet(Digits.Pair pair, At at, Map<List<Integer>, List<Digits.Pair>> shared) {
    Digit a = pair.first();
    Digit b = pair.second();
    if (a.size() == 1) {
      return;
    }
    if (frozen(a) || frozen(b)) {
      block(a, b, at);
      block(b, a, at);
    } else {
      shared.computeIfAbsent(List.of(a.space(), b.space()), both -> new ArrayList<>()).add(pair);
    }
  }

  /** What meets something frozen has to keep all slices, for the same reason. */
  private void block(Digit digit, Digit frozen, At at) {
    Spaces.Freeze why = spaces.why(frozen.space());
    if (why == null || why.node() < 0) {
      block(digit, why == null ? Reason.FIXED_SHAPE : why.reason(), at, -1);
    } else {
      At there = new At(why.node(), at.time(), at.fixed(), at.product());
      block(digit, why.reason(), there, why.value());
    }
  }

  private void tieWhole(Meeting meeting, At at) {
    int a = space(meeting.first(), at);
    int b = space(meeting.second(), at);
    if (spaces.size(a) < 0 || spaces.size(a) != spaces.size(b)) {
      spaces.freeze(a, Reason.UNKNOWN_SHAPE, at.node(), -1);
      spaces.freeze(b, Reason.UNKNOWN_SHAPE, at.node(), -1);
      return;
    }
    for (int i = 0; i < spaces.size(a); i++) {
      spaces.sets().union(spaces.base(a) + i, spaces.base(b) + i, at.time(), at.product());
    }
  }

  private void tie(int a, int b, List<Digits.Pair> pairs, At at) {
    List<Digit> of = new ArrayList<>();
    pairs.forEach(pair -> of.add(pair.second()));
    keepOnly(b, of, at);
    state(a, b, at);
    int first = spaces.base(a);
    int second = spaces.base(b);
    for (int channel = 0; channel < spaces.size(a); channel++) {
      int other = 0;
      for (Digits.Pair pair : pairs) {
        other += pair.first().of(channel) * pair.second().stride();
      }
      if (a != b || other != channel) {
        spaces.sets().union(first + channel, second + other, at.time(), at.product());
      }
    }
  }
}
