package io.schedulec.graph.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resampling by scales or to sizes. */
final class ResizeShape implements ShapeRule {
  /** Scales with this denominator are exact in every arithmetic. */
  private static final long FINEST = 64;

  @Override
  public List<String> opTypes() {
    return List.of("Resize", "Upsample");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    long[] out = in.clone();
    int[] axes = axes(at, in.length);
    Integers sizes = at.contents(3);
    double[] scales = scales(at);
    if (sizes != null && sizes.count() == axes.length) {
      sized(at, in, out, axes, sizes);
    } else if (scales != null && scales.length == axes.length) {
      for (int i = 0; i < axes.length; i++) {
        out[axes[i]] = scale(at.sizes(), in[axes[i]], scales[i]);
      }
    } else {
      for (int axis : axes) {
        out[axis] = Dimension.UNKNOWN;
      }
    }
    at.shape(0, out);
  }

  private static void sized(NodeShapes at, long[] in, long[] out, int[] axes, Integers sizes) {
    String policy = at.attributes().text("keep_aspect_ratio_policy", "stretch");
    if (!policy.equals("stretch")) {
      keepRatio(in, out, axes, sizes, policy.equals("not_larger"));
      return;
    }
    for (int i = 0; i < axes.length; i++) {
      out[axes[i]] = at.sizes().certain(sizes.get(i));
    }
  }

  /** One scale for all axes: the smallest or the largest of what the sizes ask for. */
  private static void keepRatio(
      long[] in, long[] out, int[] axes, Integers sizes, boolean smallest) {
    float scale = smallest ? Float.MAX_VALUE : 0;
    boolean known = sizes.known();
    for (int i = 0; known && i < axes.length; i++) {
      long size = in[axes[i]];
      known = Dimension.known(size) && size > 0;
      float own = known ? (float) sizes.get(i) / size : 0;
      scale = smallest ? Math.min(scale, own) : Math.max(scale, own);
    }
    for (int axis : axes) {
      out[axis] = known ? Math.round((double) (scale * in[axis])) : Dimension.UNKNOWN;
    }
  }

  private static long scale(Sizes sizes, long size, double scale) {
    if (Dimension.known(size)) {
      return (long) Math.floor((float) size * (float) scale);
    }
    double fine = scale * FINEST;
    boolean exact = fine == Math.rint(fine) && fine > 0 && fine < Integer.MAX_VALUE;
    return exact ? sizes.over(sizes.times(size, (long) fine), FINEST) : Dimension.UNKNOWN;
  }

  private static int[] axes(NodeShapes at, int rank) {
    long[] listed = at.attributes().integers("axes").orElse(new long[0]);
    int[] axes = new int[listed.length == 0 ? rank : listed.length];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = listed.length == 0 ? i : NodeShapes.normal(listed[i], rank);
    }
    return axes;
  }

  private static double @Nullable [] scales(NodeShapes at) {
    if (at.attributes().has("scales")) {
      return at.attributes().reals("scales").orElse(null);
    }
    int place = at.opType().equals("Upsample") || at.opset() < 11 ? 1 : 2;
    double[] given = at.reals(place);
    if (given != null) {
      return given.length == 0 ? null : given;
    }
    long[] whole = at.known(place);
    if (whole == null || whole.length == 0) {
      return null;
    }
    double[] scales = new double[whole.length];
    for (int i = 0; i < whole.length; i++) {
      scales[i] = whole[i];
    }
    return scales;
  }
}
