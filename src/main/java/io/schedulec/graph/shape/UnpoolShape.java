package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;

/** Undoing a max pooling: the windows are taken apart again. */
final class UnpoolShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("MaxUnpool");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    Integers given = at.contents(2);
    if (given != null && given.shape().length == 1) {
      at.shape(0, given.elements());
    } else if (in != null && in.length > 2) {
      at.shape(0, unpooled(at, in));
    }
  }

  private static long[] unpooled(NodeShapes at, long[] in) {
    long[] out = in.clone();
    Arrays.fill(out, 2, out.length, Dimension.UNKNOWN);
    Windows windows = at.has(2) ? null : Windows.of(at, in.length - 2, null);
    for (int i = 2; windows != null && i < in.length; i++) {
      out[i] = windows.unslide(i - 2, in[i], 0);
    }
    return out;
  }
}
