package io.schedulec.channel;

import io.schedulec.channel.rule.Axis;
import io.schedulec.channel.rule.IndexMap;
import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;

/**
 * Follows channels through a change of shape.
 *
 * <p>Both shapes are cut into the shortest runs of axes with the same number of elements. A run of
 * one axis on either side is passed on. A run that splits one axis makes several axes share its
 * space. A run that merges axes of which all but one space are frozen ties each index of the merged
 * axis to the channel it holds. In all other runs, and in those of unknown sizes, everything is
 * frozen.
 */
final class Reshaping {
  private static final int LARGEST_MERGED_AXIS = 1 << 26;

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

  void run(Value from, Value to) {
    int fromEnd = views.shape(from).rank();
    int toEnd = views.shape(to).rank();
    int start = 0;
    while (start < fromEnd && start < toEnd && same(from, start, to, start)) {
      one(from, start, to, start);
      start++;
    }
    while (fromEnd > start && toEnd > start && same(from, fromEnd - 1, to, toEnd - 1)) {
      one(from, --fromEnd, to, --toEnd);
    }
    between(from, start, fromEnd, to, start, toEnd);
  }

  private boolean same(Value from, int a, Value to, int b) {
    return statements.sameSize(from, a, to, b);
  }

  private void between(Value from, int fromAt, int fromEnd, Value to, int toAt, int toEnd) {
    Shape in = views.shape(from);
    Shape out = views.shape(to);
    int i = fromAt;
    int o = toAt;
    while (i < fromEnd || o < toEnd) {
      int iEnd = i;
      int oEnd = o;
      long left = i < fromEnd ? in.dim(iEnd++) : 1;
      long right = o < toEnd ? out.dim(oEnd++) : 1;
      while (left != right && left > 0 && right > 0) {
        if (left < right) {
          left *= iEnd < fromEnd ? in.dim(iEnd++) : 0;
        } else {
          right *= oEnd < toEnd ? out.dim(oEnd++) : 0;
        }
      }
      if (left != right || left <= 0) {
        freeze(from, i, fromEnd, to, o, toEnd);
        return;
      }
      run(from, i, iEnd, to, o, oEnd);
      i = iEnd;
      o = oEnd;
    }
  }

  private void freeze(Value from, int fromAt, int fromEnd, Value to, int toAt, int toEnd) {
    for (int i = fromAt; i < fromEnd; i++) {
      spaces.freeze(views.space(from, i), Reason.UNKNOWN_SHAPE, node, from.id());
    }
    for (int o = toAt; o < toEnd; o++) {
      spaces.freeze(views.space(to, o), Reason.UNKNOWN_SHAPE, node, to.id());
    }
  }

  /** One run; axes of size one that have no counterpart cannot be cut. */
  private void run(Value from, int fromAt, int fromEnd, Value to, int toAt, int toEnd) {
    if (fromEnd - fromAt == 1 && toEnd - toAt == 1) {
      one(from, fromAt, to, toAt);
      return;
    }
    int[] in = larger(from, fromAt, fromEnd);
    int[] out = larger(to, toAt, toEnd);
    if (in.length == 1 && out.length == 1) {
      one(from, in[0], to, out[0]);
    } else if (in.length == 1) {
      split(from, in[0], to, out);
    } else if (in.length > 1) {
      merge(from, in, to, out);
    }
  }

  private int[] larger(Value value, int start, int end) {
    Ints axes = new Ints();
    for (int i = start; i < end; i++) {
      if (views.shape(value).dim(i) == 1) {
        spaces.freeze(views.space(value, i), Reason.FIXED_SHAPE, node, value.id());
      } else {
        axes.add(i);
      }
    }
    return axes.toArray();
  }

  private void one(Value from, int fromAxis, Value to, int toAxis) {
    views.set(to, toAxis, views.space(from, fromAxis), views.stride(from, fromAxis));
  }

  private void split(Value from, int axis, Value to, int[] out) {
    share(to, out, views.space(from, axis), views.stride(from, axis));
  }

  private void share(Value to, int[] out, int space, int innermost) {
    int stride = innermost;
    for (int o = out.length - 1; o >= 0; o--) {
      views.set(to, out[o], space, stride);
      stride *= views.size(to, out[o]);
    }
  }

  private void merge(Value from, int[] in, Value to, int[] out) {
    int live = -1;
    boolean several = false;
    long size = 1;
    for (int axis : in) {
      int space = views.space(from, axis);
      size *= views.size(from, axis);
      if (!spaces.frozen(space)) {
        several |= live >= 0 && live != space;
        live = space;
      }
    }
    if (several || size > LARGEST_MERGED_AXIS || (live >= 0 && !covered(from, in, live))) {
      mixed(from, in, to, out);
    } else if (live < 0) {
      int space = spaces.add((int) size);
      spaces.freezeLike(space, views.space(from, in[0]), node, to.id());
      share(to, out, space, 1);
    } else {
      share(to, out, merged(from, in, live, (int) size), 1);
    }
  }

  /** Whether the merged axes hold all parts of a space. */
  private boolean covered(Value from, int[] in, int space) {
    long size = 1;
    for (int axis : in) {
      size *= views.space(from, axis) == space ? views.size(from, axis) : 1;
    }
    return size == spaces.size(space);
  }

  private void mixed(Value from, int[] in, Value to, int[] out) {
    for (int axis : in) {
      spaces.freeze(views.space(from, axis), Reason.FIXED_SHAPE, node, from.id());
    }
    for (int axis : out) {
      spaces.freeze(views.space(to, axis), Reason.FIXED_SHAPE, node, to.id());
    }
  }

  /** The space of the merged axis, each index of which holds one channel of the living space. */
  private int merged(Value from, int[] in, int live, int size) {
    int[] channel = new int[size];
    int inner = 1;
    for (int k = in.length - 1; k >= 0; k--) {
      int extent = views.size(from, in[k]);
      if (views.space(from, in[k]) == live) {
        int stride = views.stride(from, in[k]);
        for (int j = 0; j < size; j++) {
          channel[j] += j / inner % extent * stride;
        }
      }
      inner *= extent;
    }
    if (identity(channel, spaces.size(live))) {
      return live;
    }
    int space = spaces.add(size);
    boolean fixed = statements.fixed(from);
    statements.tie(
        new Axis(space, size, fixed),
        new Axis(live, spaces.size(live), fixed),
        new IndexMap.Table(channel));
    return space;
  }

  private static boolean identity(int[] channel, int size) {
    for (int i = 0; i < channel.length; i++) {
      if (channel[i] != i) {
        return false;
      }
    }
    return channel.length == size;
  }
}
