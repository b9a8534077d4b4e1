package io.schedulec.graph.shape;

import java.util.List;

/** Indices as vectors of which one element differs: one axis more, as long as the depth. */
final class OneHotShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("OneHot");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    Integers depth = at.contents(1);
    int axis = at.axis("axis", -1, in.length + 1);
    long[] out = new long[in.length + 1];
    out[axis] = depth == null || depth.count() != 1 ? Dimension.UNKNOWN : depth.get(0);
    System.arraycopy(in, 0, out, 0, axis);
    System.arraycopy(in, axis, out, axis + 1, in.length - axis);
    at.shape(0, out);
  }
}
