package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;

/** Choosing slices of one axis by a tensor of indices. */
final class GatherShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Gather");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] data = at.shape(0);
    long[] indices = at.shape(1);
    if (data == null || indices == null) {
      return;
    }
    int axis = at.axis("axis", 0, data.length);
    if (axis < 0 || axis >= data.length) {
      return;
    }
    long[] out = new long[data.length - 1 + indices.length];
    System.arraycopy(data, 0, out, 0, axis);
    System.arraycopy(indices, 0, out, axis, indices.length);
    System.arraycopy(data, axis + 1, out, axis + indices.length, data.length - axis - 1);
    at.shape(0, out);
    Integers source = at.contents(0);
    if (source != null && at.fits(out)) {
      contents(at, source, out, axis);
    }
  }

  private static void contents(NodeShapes at, Integers source, long[] out, int axis) {
    long[] chosen = at.known(1);
    if (chosen == null) {
      return;
    }
    long[] shape = source.shape();
    int inner = (int) Dimension.count(Arrays.copyOfRange(shape, axis + 1, shape.length));
    int size = (int) shape[axis];
    long[] elements = new long[(int) Dimension.count(out)];
    int block = chosen.length * inner;
    for (int i = 0; i < elements.length; i++) {
      int place = NodeShapes.normal(chosen[i % block / inner], size);
      if (place < 0 || place >= size) {
        return;
      }
      elements[i] = source.get((i / block * size + place) * inner + i % inner);
    }
    at.contents(Integers.of(out, elements, source.floating()));
  }
}
