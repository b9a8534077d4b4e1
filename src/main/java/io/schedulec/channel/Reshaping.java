package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows channels through a change of shape.
 *
 * <p>Axes of equal size at both ends are passed on. What is between is cut into the shortest runs
 * of axes with the same number of elements, and the digits of each run are dealt out anew. Where
 * digits would have to be cut at no boundary of theirs, and where sizes are unknown, everything is
 * frozen.
 */
final class Reshaping {
  private final Statements statements;
  private final Views views;
  private final Spaces spaces;
  private final int node;

  Reshaping(Statements statements, Views views, Spaces spaces, int node) {
    this.statements = statements;
    this.views = views;
    this.spaces = spaces;
    this.node = node;
  }

  /** Some neighbouring axes of a value. */
  private record Run(Value value, int start, int end) {
    int length() {
      return end - start;
    }
  }

  void run(Value from, Value to) {
    int fromEnd = views.shape(from).rank();
    int toEnd = views.shape(to).rank();
    int start = 0;
    while (start < fromEnd && start < toEnd && statements.sameSize(from, start, to, start)) {
      one(from, start, to, start);
      start++;
    }
    while (fromEnd > start
        && toEnd > start
        && statements.sameSize(from, fromEnd - 1, to, toEnd - 1)) {
      one(from, --fromEnd, to, --toEnd);
    }
    between(new Run(from, start, fromEnd), new Run(to, start, toEnd));
  }

  private void one(Value from, int fromAxis, Value to, int toAxis) {
    views.set(to, toAxis, views.digits(from, fromAxis));
  }

  private void between(Run from, Run to) {
    Shape in = views.shape(from.value);
    Shape out = views.shape(to.value);
    int i = from.start;
    int o = to.start;
    while (i < from.end || o < to.end) {
      int iEnd = i;
      int oEnd = o;
      long left = i < from.end ? in.dim(iEnd++) : 1;
      long right = o < to.end ? out.dim(oEnd++) : 1;
      while (left != right && left > 0 && right > 0) {
        if (left < right) {
          left *= iEnd < from.end ? in.dim(iEnd++) : 0;
        } else {
          right *= oEnd < to.end ? out.dim(oEnd++) : 0;
        }
      }
      if (left != right || left <= 0) {
        rest(new Run(from.value, i, from.end), new Run(to.value, o, to.end));
        return;
      }
      deal(new Run(from.value, i, iEnd), new Run(to.value, o, oEnd));
      i = iEnd;
      o = oEnd;
    }
  }

  /** Axes some of whose sizes are unknown, from the first such on. */
  private void rest(Run from, Run to) {
    int fromEnd = from.end;
    int toEnd = to.end;
    Shape in = views.shape(from.value);
    Shape out = views.shape(to.value);
    // What is last and known is dealt out from behind.
    int i = fromEnd;
    int o = toEnd;
    long left = 1;
    long right = 1;
    while (i > from.start && o > to.start) {
      if (left == right && left == 1) {
        left = in.dim(--i);
        right = out.dim(--o);
      } else if (left < right) {
        left *= in.dim(--i);
      } else {
        right *= out.dim(--o);
      }
      if (left <= 0 || right <= 0) {
        break;
      }
      if (left == right) {
        deal(new Run(from.value, i, fromEnd), new Run(to.value, o, toEnd));
        fromEnd = i;
        toEnd = o;
        left = 1;
        right = 1;
      }
    }
    unknown(new Run(from.value, from.start, fromEnd), new Run(to.value, to.start, toEnd));
  }

  /** Axes that are together one axis are merged whatever their sizes; others are frozen. */
  private void unknown(Run from, Run to) {
    if (to.length() == 1 && from.length() > 1) {
      views.set(to.value, to.start, digits(from));
      return;
    }
    List<Digit> digits = digits(from);
    if (from.length() == 1 && digits.size() == to.length() && fit(digits, to)) {
      for (int k = 0; k < to.length(); k++) {
        views.set(to.value, to.start + k, List.of(digits.get(k)));
      }
      return;
    }
    freeze(from, Reason.UNKNOWN_SHAPE);
    freeze(to, Reason.UNKNOWN_SHAPE);
  }

  /** Whether digits, at most one of unknown size, are some axes one by one. */
  private boolean fit(List<Digit> digits, Run to) {
    int unknown = 0;
    for (int k = 0; k < digits.size(); k++) {
      int size = views.size(to.value, to.start + k);
      if (size != digits.get(k).size()) {
        return false;
      }
      unknown += size < 0 ? 1 : 0;
    }
    return unknown <= 1;
  }

  private void freeze(Run run, Reason reason) {
    for (int axis = run.start; axis < run.end; axis++) {
      for (Digit digit : views.digits(run.value, axis)) {
        spaces.freeze(digit.space(), reason, node, run.value.id());
      }
    }
  }

  private List<Digit> digits(Run run) {
    List<Digit> digits = new ArrayList<>();
    for (int axis = run.start; axis < run.end; axis++) {
      digits.addAll(views.digits(run.value, axis));
    }
    return digits;
  }

  /** One run; axes of size one that have no counterpart cannot be cut. */
  private void deal(Run from, Run to) {
    if (from.length() == 1 && to.length() == 1) {
      one(from.value, from.start, to.value, to.start);
      return;
    }
    Deque<Digit> digits = new ArrayDeque<>();
    for (Digit digit : digits(from)) {
      if (digit.size() == 1) {
        spaces.freeze(digit.space(), Reason.FIXED_SHAPE, node, from.value.id());
      } else {
        digits.add(digit);
      }
    }
    List<@Nullable List<Digit>> dealt = new ArrayList<>();
    for (int axis = to.start; axis < to.end; axis++) {
      dealt.add(Digits.take(digits, views.size(to.value, axis)));
    }
    if (dealt.contains(null)) {
      freeze(from, Reason.FIXED_SHAPE);
      freeze(to, Reason.FIXED_SHAPE);
      return;
    }
    for (int k = 0; k < dealt.size(); k++) {
      List<Digit> own = dealt.get(k);
      if (own == null || own.isEmpty()) {
        views.set(to.value, to.start + k, single(to.value));
      } else {
        views.set(to.value, to.start + k, own);
      }
    }
  }

  private int single(Value value) {
    int space = spaces.add(1);
    spaces.freeze(space, Reason.FIXED_SHAPE, node, value.id());
    return space;
  }
}
