package io.schedulec.graph.shape;

import java.util.List;

/** A matrix whose rows are the axes before one axis and whose columns are the others. */
final class FlattenShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Flatten");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      at.shape(0, Dimension.UNKNOWN, Dimension.UNKNOWN);
      return;
    }
    int axis = Math.max(0, Math.min(in.length, at.axis("axis", 1, in.length)));
    at.shape(0, at.sizes().product(in, 0, axis), at.sizes().product(in, axis, in.length));
  }
}
