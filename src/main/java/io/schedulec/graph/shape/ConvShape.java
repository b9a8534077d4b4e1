package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Convolution of any rank: [N, C, spatial...] and [M, C/groups, kernel...] to [N, M, ...]. */
final class ConvShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Conv", "ConvInteger", "DeformConv");
  }

  @Override
  public void infer(NodeShapes at) {
    convolve(at, at.shape(0), at.shape(1));
  }

  /** States the output of a convolution of an input with a weight. */
  static void convolve(NodeShapes at, long @Nullable [] in, long @Nullable [] weight) {
    int rank = in != null ? in.length : weight != null ? weight.length : 0;
    if (rank < 3) {
      return;
    }
    long[] out = new long[rank];
    Arrays.fill(out, Dimension.UNKNOWN);
    out[0] = in == null ? Dimension.UNKNOWN : in[0];
    out[1] = weight == null || weight.length != rank ? Dimension.UNKNOWN : weight[0];
    if (in != null) {
      spatial(at, in, weight, out);
    }
    at.shape(0, out);
  }

  private static void spatial(NodeShapes at, long[] in, long @Nullable [] weight, long[] out) {
    long[] kernel =
        weight == null || weight.length < 2 ? null : Arrays.copyOfRange(weight, 2, weight.length);
    Windows windows = Windows.of(at, in.length - 2, kernel);
    for (int i = 2; windows != null && i < in.length; i++) {
      out[i] = windows.slide(i - 2, in[i]);
    }
  }
}
