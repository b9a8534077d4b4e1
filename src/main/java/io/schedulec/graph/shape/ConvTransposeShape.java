package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;

/** Transposed convolution: [N, C, spatial...] and [C, M/groups, kernel...] to [N, M, ...]. */
final class ConvTransposeShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("ConvTranspose");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    long[] weight = at.shape(1);
    if (in == null || in.length < 3) {
      return;
    }
    long[] out = new long[in.length];
    Arrays.fill(out, Dimension.UNKNOWN);
    out[0] = in[0];
    if (weight != null && weight.length == in.length) {
      out[1] = at.sizes().times(weight[1], at.attributes().integer("group", 1));
      spatial(at, in, Arrays.copyOfRange(weight, 2, weight.length), out);
    }
    at.shape(0, out);
  }

  private static void spatial(NodeShapes at, long[] in, long[] kernel, long[] out) {
    int count = in.length - 2;
    long[] fixed = at.attributes().integers("output_shape").orElse(new long[0]);
    long[] padding = at.attributes().integers("output_padding").orElse(new long[count]);
    Windows windows = Windows.of(at, count, kernel);
    for (int i = 0; i < count; i++) {
      if (fixed.length >= count) {
        out[i + 2] = fixed[fixed.length - count + i];
      } else if (windows != null && padding.length == count) {
        out[i + 2] = windows.unslide(i, in[i + 2], padding[i]);
      }
    }
  }
}
