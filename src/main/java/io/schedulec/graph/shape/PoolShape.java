package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;

/** Pooling: windows slide over the spatial axes, or swallow them whole. */
final class PoolShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "MaxPool", "AveragePool", "LpPool", "GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null || in.length < 2) {
      return;
    }
    boolean global = at.opType().startsWith("Global");
    long[] out = in.clone();
    Arrays.fill(out, 2, out.length, global ? 1 : Dimension.UNKNOWN);
    Windows windows = global ? null : Windows.of(at, in.length - 2, null);
    for (int i = 2; windows != null && i < in.length; i++) {
      out[i] = windows.slide(i - 2, in[i]);
    }
    at.shape(0, out);
    at.shape(1, out);
  }
}
