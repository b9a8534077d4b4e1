package io.schedulec.graph.shape;

import java.util.List;

/** The places of the elements that are not zero, a row per axis. */
final class NonZeroShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("NonZero");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in != null) {
      at.shape(0, in.length, Dimension.UNKNOWN);
    }
  }
}
