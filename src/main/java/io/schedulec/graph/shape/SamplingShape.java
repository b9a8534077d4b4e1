package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;

/** Images sampled at the points of a grid, and the grids themselves. */
final class SamplingShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("GridSample", "AffineGrid");
  }

  @Override
  public void infer(NodeShapes at) {
    if (at.opType().equals("GridSample")) {
      sample(at);
    } else {
      grid(at);
    }
  }

  /** [N, C, spatial...] at [N, points..., coordinates] gives [N, C, points...]. */
  private static void sample(NodeShapes at) {
    long[] in = at.shape(0);
    long[] grid = at.shape(1);
    int rank = in != null ? in.length : grid != null ? grid.length : 0;
    if (rank < 3) {
      return;
    }
    long[] out = new long[rank];
    Arrays.fill(out, Dimension.UNKNOWN);
    if (in != null) {
      out[0] = in[0];
      out[1] = in[1];
    }
    if (grid != null && grid.length == rank) {
      System.arraycopy(grid, 1, out, 2, rank - 2);
    }
    at.shape(0, out);
  }

  /** A size [N, C, spatial...] gives [N, spatial..., coordinates]. */
  private static void grid(NodeShapes at) {
    Integers size = at.contents(1);
    long[] theta = at.shape(0);
    long[] shape = at.shape(1);
    long axes = shape == null || shape.length != 1 ? Dimension.UNKNOWN : shape[0];
    if (!Dimension.known(axes) || axes < 4 || axes > 5) {
      return;
    }
    long[] out = new long[(int) axes];
    Arrays.fill(out, Dimension.UNKNOWN);
    out[0] = theta == null || theta.length == 0 ? Dimension.UNKNOWN : theta[0];
    for (int i = 1; size != null && i < axes - 1; i++) {
      out[i] = size.get(i + 1);
    }
    out[(int) axes - 1] = axes - 2;
    at.shape(0, out);
  }
}
