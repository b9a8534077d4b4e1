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
    if (in == null) {
      return;
    }
    at.shape(0, in);
    Integers source = at.contents(0);
    long[] indices = at.known(1);
    Integers updates = at.contents(2);
    boolean plain = at.attributes().text("reduction", "none").equals("none");
    if (source != null && indices != null && updates != null && plain && source.count() > 0) {
      long[] result = source.elements();
      boolean done =
          switch (at.opType()) {
            case "ScatterND" -> blocks(source.shape(), result, at.shape(1), indices, updates);
            case "ScatterElements", "Scatter" -> elements(at, source.shape(), result, updates);
            default -> false;
          };
      if (done) {
        at.contents(Integers.of(in, result, source.floating()));
      }
    }
  }

  /** Each vector of indices names a block, which its updates replace. */
  private static boolean blocks(
      long[] shape, long[] result, long[] indexShape, long[] indices, Integers updates) {
    int depth = (int) indexShape[indexShape.length - 1];
    long[] strides = Gathering.strides(shape);
    int block = (int) (depth == 0 ? result.length : strides[depth - 1]);
    int count = depth == 0 ? 0 : indices.length / depth;
    for (int i = 0; i < count; i++) {
      int place = 0;
      for (int k = 0; k < depth; k++) {
        place += NodeShapes.normal(indices[i * depth + k], (int) shape[k]) * (int) strides[k];
      }
      for (int k = 0; k < block; k++) {
        result[place + k] = updates.get(i * block + k);
      }
    }
    return depth > 0;
  }

  /** Each index replaces the coordinate of its own place along one axis. */
  private static boolean elements(NodeShapes at, long[] shape, long[] result, Integers updates) {
    Integers indices = at.contents(1);
    int axis = at.axis("axis", 0, shape.length);
    long[] strides = Gathering.strides(shape);
    for (int i = 0; indices != null && i < indices.count(); i++) {
      long rest = i;
      long place = 0;
      for (int k = shape.length - 1; k >= 0; k--) {
        long own = rest % indices.shape()[k];
        rest /= indices.shape()[k];
        long chosen = k == axis ? NodeShapes.normal(indices.get(i), (int) shape[k]) : own;
        place += chosen * strides[k];
      }
      result[(int) place] = updates.get(i);
    }
    return true;
  }
}
