package io.schedulec.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work on lists of digits. */
final class Digits {
  private Digits() {}

  /** The same index in the fewest digits. */
  static List<Digit> fused(List<Digit> digits) {
    List<Digit> fused = new ArrayList<>(digits.size());
    for (Digit digit : digits) {
      Digit last = fused.isEmpty() ? null : fused.get(fused.size() - 1);
      if (digit.size() == 1 && digits.size() > 1) {
        continue;
      }
      if (last != null && digit.size() > 0 && last.size() > 0 && last.continues(digit)) {
        Digit both = new Digit(digit.space(), digit.stride(), last.size() * digit.size());
        fused.set(fused.size() - 1, both);
      } else {
        fused.add(digit);
      }
    }
    return fused.isEmpty() ? digits.subList(0, 1) : fused;
  }

  /** The number of values of an index, -1 where it is unknown or too large. */
  static int size(List<Digit> digits) {
    long size = 1;
    for (Digit digit : digits) {
      if (digit.size() < 0) {
        return -1;
      }
      size *= digit.size();
      if (size > Integer.MAX_VALUE) {
        return -1;
      }
    }
    return (int) size;
  }

  /** Two digits of one size that take the same place in two indices. */
  record Pair(Digit first, Digit second) {}

  /** Two indices of one size, digit by digit; null where their digits cannot be aligned. */
  static @Nullable List<Pair> aligned(List<Digit> first, List<Digit> second) {
    Deque<Digit> left = new ArrayDeque<>(first);
    Deque<Digit> right = new ArrayDeque<>(second);
    List<Pair> pairs = new ArrayList<>();
    while (!left.isEmpty() && !right.isEmpty()) {
      Digit a = left.removeLast();
      Digit b = right.removeLast();
      int size = Math.min(a.size(), b.size());
      if (a.size() < 0 || b.size() < 0 || size == 0) {
        return null;
      }
      if (a.size() % size != 0 || b.size() % size != 0) {
        return null;
      }
      if (a.size() > size) {
        left.addLast(a.outer(a.size() / size));
      }
      if (b.size() > size) {
        right.addLast(b.outer(b.size() / size));
      }
      pairs.add(new Pair(a.inner(size), b.inner(size)));
    }
    return left.isEmpty() && right.isEmpty() ? pairs : null;
  }

  /**
   * Takes digits from the front until they make so many values; null where no boundary is there.
   */
  static @Nullable List<Digit> take(Deque<Digit> digits, int values) {
    List<Digit> taken = new ArrayList<>();
    int left = values;
    while (left > 1) {
      if (digits.isEmpty()) {
        return null;
      }
      Digit next = digits.removeFirst();
      if (next.size() <= left) {
        if (next.size() <= 0 || left % next.size() != 0) {
          return null;
        }
        taken.add(next);
        left /= next.size();
      } else {
        if (next.size() % left != 0) {
          return null;
        }
        taken.add(next.outer(left));
        digits.addFirst(next.inner(next.size() / left));
        left = 1;
      }
    }
    return taken;
  }
}
