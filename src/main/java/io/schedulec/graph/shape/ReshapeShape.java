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
    copyZeros(at.sizes(), out, in, at.attributes().integer("allowzero", 0) != 0);
    int open = open(out);
    if (open >= 0) {
      out[open] = in == null ? Dimension.UNKNOWN : rest(at.sizes(), in, out, open);
    }
    at.shape(0, out);
    Integers elements = at.contents(0);
    if (elements != null && Dimension.count(out) == elements.count()) {
      at.contents(elements.reshaped(out));
    }
  }

  /** A target of which only the length is known. */
  private static void unknownOfRank(NodeShapes at) {
    long[] shape = at.shape(1);
    if (shape != null && shape.length == 1 && Dimension.known(shape[0]) && shape[0] < 64) {
      long[] out = new long[(int) shape[0]];
      Arrays.fill(out, Dimension.UNKNOWN);
      if (out.length == 1) {
        out[0] = all(at);
      }
      at.shape(0, out);
    }
  }

  private static long all(NodeShapes at) {
    long[] in = at.shape(0);
    return in == null ? Dimension.UNKNOWN : at.sizes().product(in, 0, in.length);
  }

  /** Replaces copied sizes, and what may be -1 or nought by what is unknown. */
  private static void copyZeros(Sizes sizes, long[] out, long @Nullable [] in, boolean allowZero) {
    for (int i = 0; i < out.length; i++) {
      if (out[i] == 0 && !allowZero) {
        out[i] = in != null && i < in.length ? in[i] : Dimension.UNKNOWN;
      } else if (!Dimension.known(out[i])) {
        out[i] = sizes.certain(out[i]);
      }
    }
  }

  /**
   * The place of the size to be computed: that of -1, or of a single unknown one, which follows
   * from the number of elements all the same. None where several are open.
   */
  private static int open(long[] out) {
    int open = -1;
    for (int i = 0; i < out.length; i++) {
      if (out[i] == -1 || out[i] == Dimension.UNKNOWN) {
        if (open >= 0) {
          return -1;
        }
        open = i;
      }
    }
    return open;
  }

  /** What is left of the input for one axis. */
  private static long rest(Sizes sizes, long[] in, long[] out, int open) {
    long[] others = out.clone();
    others[open] = 1;
    long total = sizes.product(in, 0, in.length);
    long taken = sizes.product(others, 0, others.length);
    boolean uneven =
        Dimension.known(total) && Dimension.known(taken) && (taken == 0 || total % taken != 0);
    return uneven ? Dimension.UNKNOWN : sizes.over(total, taken);
  }
}
