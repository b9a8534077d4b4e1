package io.schedulec.graph.shape;

import java.util.List;

/** Choosing elements along one axis: the result is shaped like the indices. */
final class GatherElementsShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("GatherElements");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] indices = at.shape(1);
    if (indices != null) {
      at.shape(0, indices);
    }
  }
}
