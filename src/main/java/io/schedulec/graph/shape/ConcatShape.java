package io.schedulec.graph.shape;

import java.util.List;

/** Concatenation along one axis. */
final class ConcatShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Concat");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] out = null;
    int axis = 0;
    for (int i = 0; i < at.inputCount(); i++) {
      long[] in = at.shape(i);
      if (in == null || (out != null && in.length != out.length)) {
        return;
      }
      if (out == null) {
        out = in.clone();
        axis = at.axis("axis", 1, in.length);
        if (axis < 0 || axis >= in.length) {
          return;
        }
      } else {
        append(at.sizes(), out, in, axis);
      }
    }
    if (out != null) {
      at.shape(0, out);
      contents(at, out);
    }
  }

  private static void append(Sizes sizes, long[] out, long[] in, int axis) {
    for (int k = 0; k < out.length; k++) {
      if (k == axis) {
        out[k] = sizes.plus(out[k], in[k]);
      } else if (!Dimension.known(out[k]) && Dimension.known(in[k])) {
        out[k] = in[k];
      }
    }
  }

  /** Vectors of sizes, as reshape targets are put together from. */
  private static void contents(NodeShapes at, long[] out) {
    if (out.length != 1 || !at.fits(out)) {
      return;
    }
    long[] elements = new long[(int) out[0]];
    int next = 0;
    boolean some = false;
    boolean floating = false;
    for (int i = 0; i < at.inputCount(); i++) {
      Integers part = at.contents(i);
      long[] shape = at.shape(i);
      int count = shape == null ? 0 : (int) shape[0];
      for (int k = 0; k < count; k++) {
        elements[next++] = part == null ? Dimension.UNKNOWN : part.get(k);
      }
      some |= part != null;
      floating |= part != null && part.floating();
    }
    if (some) {
      at.contents(Integers.of(out, elements, floating));
    }
  }
}
