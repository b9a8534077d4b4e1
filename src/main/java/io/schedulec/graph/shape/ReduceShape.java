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
    at.shape(0, Arrays.copyOf(out, rank));
    product(at);
  }

  private static boolean @Nullable [] reduced(NodeShapes at, int rank) {
    boolean[] reduced = new boolean[rank];
    if (at.opType().startsWith("Arg")) {
      return mark(reduced, new long[] {at.attributes().integer("axis", 0)});
    }
    long[] axes = at.list("axes", 1);
    if (axes == null && at.has(1)) {
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
      int place = NodeShapes.normal(axis, reduced.length);
      if (place >= 0 && place < reduced.length) {
        reduced[place] = true;
      }
    }
    return reduced;
  }

  private static void unknown(NodeShapes at, long[] in, boolean keep) {
    if (keep) {
      long[] out = in.clone();
      Arrays.fill(out, Dimension.UNKNOWN);
      at.shape(0, out);
    }
  }

  /** The product of a vector of sizes. */
  private static void product(NodeShapes at) {
    Integers elements = at.contents(0);
    long[] in = at.shape(0);
    if (at.opType().equals("ReduceProd") && elements != null && in != null && in.length == 1) {
      long[] all = elements.elements();
      long product = Dimension.product(all, 0, all.length);
      boolean keep = at.attributes().integer("keepdims", 1) != 0;
      at.contents(0, keep ? Integers.vector(product) : Integers.scalar(product));
    }
  }
}
