package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resampling by scales or to sizes. */
final class ResizeShape implements ShapeRule {
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
    boolean plain = at.attributes().text("keep_aspect_ratio_policy", "stretch").equals("stretch");
    if (sizes != null && sizes.count() == axes.length && plain) {
      for (int i = 0; i < axes.length; i++) {
        out[axes[i]] = sizes.get(i);
      }
    } else if (scales != null && scales.length == axes.length) {
      for (int i = 0; i < axes.length; i++) {
        out[axes[i]] = scale(in[axes[i]], scales[i]);
      }
    } else {
      Arrays.fill(out, Dimension.UNKNOWN);
    }
    at.shape(0, out);
  }

  private static long scale(long size, double scale) {
    if (!Dimension.known(size)) {
      return scale == 1 ? size : Dimension.UNKNOWN;
    }
    return (long) Math.floor(size * scale);
  }

  private static int[] axes(NodeShapes at, int rank) {
    long[] listed = at.attributes().integers("axes").orElse(new long[0]);
    int[] axes = new int[listed.length == 0 ? rank : listed.length];
    for (int i = 0; i < axes.length; i++) {
      int axis = listed.length == 0 ? i : NodeShapes.normal(listed[i], rank);
      axes[i] = Math.max(0, Math.min(rank - 1, axis));
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
    return whole == null || whole.length == 0
        ? null
        : Arrays.stream(whole).asDoubleStream().toArray();
  }
}
