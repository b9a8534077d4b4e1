package io.schedulec.graph.shape;

import java.util.List;

/** Matrix product with optional transposition of either factor. */
final class GemmShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Gemm");
  }

  @Override
  public void infer(NodeShapes at) {
    long rows = size(at, 0, at.attributes().integer("transA", 0) != 0 ? 1 : 0);
    long columns = size(at, 1, at.attributes().integer("transB", 0) != 0 ? 0 : 1);
    at.shape(0, rows, columns);
  }

  private static long size(NodeShapes at, int place, int axis) {
    long[] shape = at.shape(place);
    return shape == null || shape.length != 2 ? Dimension.UNKNOWN : shape[axis];
  }
}
