package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same elements under a new shape; one size of the target may be left to be computed. */
final class ReshapeShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Reshape");
  }

  @Override
  public void infer(NodeShapes at) {
    Integers given = at.contents(1);
    long[] target = at.attributes().integers("shape").orElse(null);
    if (target == null && given != null) {
      target = given.elements();
    }
    if (target == null) {
      unknownOfRank(at);
      return;
    }
    long[] in = at.shape(0);
    long[] out = target.clone();
    int open = copyZeros(out, in, at.attributes().integer("allowzero", 0) != 0);
    if (open >= 0) {
      out[open] = in == null ? Dimension.UNKNOWN : rest(in, out, open);
    }
    solveOne(in, out);
    at.shape(0, out);
    Integers elements = at.contents(0);
    if (elements != null
        && Dimension.known(out)
        && Dimension.product(out, 0, out.length) == elements.count()) {
      at.contents(0, elements.reshaped(out));
    }
  }

  private static void unknownOfRank(NodeShapes at) {
    long[] shape = at.shape(1);
    if (shape != null && shape.length == 1 && Dimension.known(shape[0]) && shape[0] < 64) {
      long[] out = new long[(int) shape[0]];
      Arrays.fill(out, Dimension.UNKNOWN);
      at.shape(0, out);
    }
  }

  /** Replaces copied sizes and returns the place of the computed one, or -1. */
  private static int copyZeros(long[] out, long @Nullable [] in, boolean allowZero) {
    int open = -1;
    for (int i = 0; i < out.length; i++) {
      if (out[i] == 0 && !allowZero) {
        out[i] = in != null && i < in.length ? in[i] : Dimension.UNKNOWN;
      } else if (out[i] == -1) {
        open = i;
      }
    }
    return open;
  }

  /** What is left of the input for one axis, after equal unknown sizes have cancelled out. */
  private static long rest(long[] in, long[] out, int open) {
    long[] left = in.clone();
    long[] right = out.clone();
    right[open] = 1;
    cancel(left, right);
    long total = Dimension.product(left, 0, left.length);
    long others = Dimension.product(right, 0, right.length);
    if (Dimension.known(total) && Dimension.known(others)) {
      return others != 0 && total % others == 0 ? total / others : Dimension.UNKNOWN;
    }
    return Dimension.known(others) && others > 1
        ? scaled(left, others)
        : Dimension.over(total, others);
  }

  /** A symbol times numbers, where the numbers are what the other axes take. */
  private static long scaled(long[] left, long others) {
    long numbers = 1;
    long symbols = 1;
    for (long size : left) {
      if (Dimension.known(size)) {
        numbers *= size;
      } else {
        symbols = Dimension.times(symbols, size);
      }
    }
    return numbers == others ? symbols : Dimension.UNKNOWN;
  }

  private static void cancel(long[] left, long[] right) {
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < right.length && !Dimension.known(left[i]); k++) {
        if (Dimension.same(left[i], right[k])) {
          left[i] = 1;
          right[k] = 1;
        }
      }
    }
  }

  /** A single unknown size follows from the number of elements. */
  private static void solveOne(long @Nullable [] in, long[] out) {
    int unknown = -1;
    for (int i = 0; i < out.length; i++) {
      if (out[i] == Dimension.UNKNOWN) {
        if (unknown >= 0) {
          return;
        }
        unknown = i;
      }
    }
    if (unknown >= 0 && in != null) {
      out[unknown] = rest(in, out, unknown);
    }
  }
}
