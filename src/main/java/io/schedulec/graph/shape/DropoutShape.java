package io.schedulec.graph.shape;

import java.util.List;

/** Dropout: the result and its optional mask are shaped like the input. */
final class DropoutShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Dropout");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in != null) {
      at.shape(0, in);
      at.shape(1, in);
    }
  }
}
