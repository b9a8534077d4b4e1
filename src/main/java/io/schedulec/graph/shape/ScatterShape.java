package io.schedulec.graph.shape;

import java.util.List;

/** Replacing parts of a tensor: the result is shaped like the tensor. */
final class ScatterShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("ScatterND", "ScatterElements", "Scatter", "TensorScatter");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in != null) {
      at.shape(0, in);
    }
  }
}
