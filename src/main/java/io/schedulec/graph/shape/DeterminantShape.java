package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;

/** One number for each matrix. */
final class DeterminantShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Det");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in != null && in.length >= 2) {
      at.shape(0, Arrays.copyOf(in, in.length - 2));
    }
  }
}
