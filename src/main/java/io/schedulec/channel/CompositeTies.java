package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Value;

/** Ties between axes that share a space with other axes of the same value. */
final class CompositeTies {
  private final Views views;
  private final Spaces spaces;

  CompositeTies(Views views, Spaces spaces) {
    this.views = views;
    this.spaces = spaces;
  }

  /**
   * Joins all axes of the space of one axis with the axes they are passed to, channel by channel;
   * freezes both sides where those do not share one space in turn.
   *
   * @param axes for each axis of {@code from} the axis of {@code to}, or -1
   */
  void meet(Value from, int axis, Value to, int[] axes, int time, boolean product) {
    int a = views.space(from, axis);
    int b = views.space(to, axes[axis]);
    if (first(from, a) != axis && matches(from, a, to, b, axes)) {
      return;
    }
    if (!matches(from, a, to, b, axes)) {
      spaces.freeze(a, Reason.FIXED_SHAPE, time / 2, from.id());
      spaces.freeze(b, Reason.FIXED_SHAPE, time / 2, to.id());
      return;
    }
    join(from, a, to, b, axes, time, product);
  }

  private int first(Value value, int space) {
    int axis = 0;
    while (views.space(value, axis) != space) {
      axis++;
    }
    return axis;
  }

  /** Whether exactly the axes of one space are passed to the axes of the other. */
  private boolean matches(Value from, int a, Value to, int b, int[] axes) {
    int count = 0;
    for (int i = 0; i < axes.length; i++) {
      if (views.space(from, i) == a) {
        count++;
        boolean same =
            axes[i] >= 0
                && views.space(to, axes[i]) == b
                && views.size(from, i) == views.size(to, axes[i]);
        if (!same) {
          return false;
        }
      }
    }
    int rank = views.shape(to).rank();
    for (int i = 0; i < rank; i++) {
      count -= views.space(to, i) == b ? 1 : 0;
    }
    return count == 0;
  }

  private void join(Value from, int a, Value to, int b, int[] axes, int time, boolean product) {
    int size = spaces.size(a);
    int first = spaces.base(a);
    int second = spaces.base(b);
    boolean same = a == b;
    for (int channel = 0; channel < size; channel++) {
      int target = 0;
      int covered = 0;
      for (int i = 0; i < axes.length; i++) {
        if (views.space(from, i) == a) {
          int index = channel / views.stride(from, i) % views.size(from, i);
          covered += index * views.stride(from, i);
          target += index * views.stride(to, axes[i]);
        }
      }
      if (covered == channel && !(same && target == channel)) {
        spaces.sets().union(first + channel, second + target, time, product);
      }
    }
  }
}
