package io.schedulec.graph.shape;

import io.schedulec.graph.Operators;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reductions: the reduced axes vanish, or stay with size one. */
final class ReduceShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return Operators.REDUCTIONS;
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    boolean keep = at.attributes().integer("keepdims", 1) != 0;
    boolean[] reduced = reduced(at, in.length);
    if (reduced == null) {
      unknown(at, in, keep);
      return;
    }
    long[] out = new long[in.length];
    int rank = 0;
    for (int i = 0; i < in.length; i++) {
      if (!reduced[i]) {
        out[rank++] = in[i];
      } else if (keep) {
        out[rank++] = 1;
      }
    }
    out = Arrays.copyOf(out, rank);
    at.shape(0, out);
    contents(at, out, reduced);
  }

  private static boolean @Nullable [] reduced(NodeShapes at, int rank) {
    boolean[] reduced = new boolean[rank];
    if (at.opType().startsWith("Arg")) {
      return mark(reduced, new long[] {at.attributes().integer("axis", 0)});
    }
    long[] axes = at.list("axes", 1);
    long[] listed = at.has(1) ? at.shape(1) : null;
    boolean none = listed != null && listed.length == 1 && listed[0] == 0;
    if (axes == null && at.has(1) && !none) {
      return null;
    }
    if (axes == null || axes.length == 0) {
      Arrays.fill(reduced, at.attributes().integer("noop_with_empty_axes", 0) == 0);
      return reduced;
    }
    return mark(reduced, axes);
  }

  private static boolean[] mark(boolean[] reduced, long[] axes) {
    for (long axis : axes) {
      reduced[NodeShapes.normal(axis, reduced.length)] = true;
    }
    return reduced;
  }

  private static void unknown(NodeShapes at, long[] in, boolean keep) {
    long[] axes = at.shape(1);
    long count = axes != null && axes.length == 1 ? axes[0] : Dimension.UNKNOWN;
    if (keep || (Dimension.known(count) && count <= in.length)) {
      long[] out = keep ? in.clone() : new long[(int) (in.length - count)];
      Arrays.fill(out, Dimension.UNKNOWN);
      at.shape(0, out);
    }
  }

  /** Sums, products and extremes of sizes. */
  private static void contents(NodeShapes at, long[] out, boolean[] reduced) {
    Integers source = at.contents(0);
    if (source == null || !at.fits(out) || !understood(at.opType()) || source.count() == 0) {
      return;
    }
    long[] strides = kept(source.shape(), reduced);
    long[] result = new long[(int) Dimension.count(out)];
    boolean[] some = new boolean[result.length];
    for (int i = 0; i < source.count(); i++) {
      int place = place(source.shape(), strides, i);
      long element = source.get(i);
      result[place] = some[place] ? fold(at, result[place], element) : element;
      some[place] = true;
    }
    at.contents(Integers.of(out, result, source.floating()));
  }

  private static boolean understood(String opType) {
    return switch (opType) {
      case "ReduceProd", "ReduceSum", "ReduceMax", "ReduceMin" -> true;
      default -> false;
    };
  }

  private static long fold(NodeShapes at, long a, long b) {
    return switch (at.opType()) {
      case "ReduceProd" -> at.sizes().times(a, b);
      case "ReduceSum" -> at.sizes().plus(a, b);
      case "ReduceMax" -> at.sizes().larger(a, b);
      default -> at.sizes().smaller(a, b);
    };
  }

  /** The strides of the result along the axes of the source, nought along those reduced. */
  private static long[] kept(long[] shape, boolean[] reduced) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = reduced[i] ? 0 : stride;
      stride *= reduced[i] ? 1 : shape[i];
    }
    return strides;
  }

  private static int place(long[] shape, long[] strides, int element) {
    long rest = element;
    long place = 0;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      place += rest % shape[axis] * strides[axis];
      rest /= shape[axis];
    }
    return (int) place;
  }
}
