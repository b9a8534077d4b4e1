package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cutting a range, possibly with a step, out of some axes. */
final class SliceShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Slice");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    long[] axes = at.list("axes", 3);
    long[] starts = elements(at, "starts", 1);
    long[] ends = elements(at, "ends", 2);
    long[] steps = at.known(4);
    if ((axes == null && at.has(3)) || (steps == null && at.has(4))) {
      at.shape(0, unknown(in));
      return;
    }
    if (starts == null || ends == null) {
      at.shape(0, axes == null ? unknown(in) : unknownAt(in, axes));
      return;
    }
    cut(at, in, axes, starts, ends, steps);
  }

  private static long @Nullable [] elements(NodeShapes at, String attribute, int place) {
    long[] own = at.attributes().integers(attribute).orElse(null);
    Integers given = at.contents(place);
    return own != null ? own : given == null ? null : given.elements();
  }

  private static void cut(
      NodeShapes at,
      long[] in,
      long @Nullable [] axes,
      long[] starts,
      long[] ends,
      long @Nullable [] steps) {
    long[] out = in.clone();
    long[] first = new long[in.length];
    long[] step = new long[in.length];
    Arrays.fill(step, 1);
    for (int i = 0; i < Math.min(starts.length, ends.length); i++) {
      int axis = axes == null || i >= axes.length ? i : NodeShapes.normal(axes[i], in.length);
      if (axis < 0 || axis >= in.length) {
        return;
      }
      step[axis] = steps == null || i >= steps.length ? 1 : steps[i];
      Range range = new Range(at.sizes(), in[axis], step[axis]);
      first[axis] = range.first(starts[i]);
      out[axis] = range.count(starts[i], ends[i]);
    }
    at.shape(0, out);
    contents(at, in, out, first, step);
  }

  private static void contents(NodeShapes at, long[] in, long[] out, long[] first, long[] step) {
    Integers source = at.contents(0);
    if (source == null || !at.fits(out) || !Dimension.known(first)) {
      return;
    }
    long[] strides = Gathering.strides(in);
    long start = 0;
    for (int i = 0; i < in.length; i++) {
      start += first[i] * strides[i];
      strides[i] *= step[i];
    }
    at.contents(Gathering.read(source, out, start, strides));
  }

  private static long[] unknown(long[] in) {
    long[] out = in.clone();
    Arrays.fill(out, Dimension.UNKNOWN);
    return out;
  }

  private static long[] unknownAt(long[] in, long[] axes) {
    long[] out = in.clone();
    for (long axis : axes) {
      int k = NodeShapes.normal(axis, in.length);
      if (k >= 0 && k < in.length) {
        out[k] = Dimension.UNKNOWN;
      }
    }
    return out;
  }
}
