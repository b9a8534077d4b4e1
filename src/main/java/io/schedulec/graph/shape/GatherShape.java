package io.schedulec.graph.shape;

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
    contents(at, data, out);
  }

  private static void contents(NodeShapes at, long[] data, long[] out) {
    Integers source = at.contents(0);
    long[] chosen = at.known(1);
    if (source == null || chosen == null || data.length != 1) {
      return;
    }
    long[] elements = new long[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      int place = NodeShapes.normal(chosen[i], source.count());
      if (place < 0 || place >= source.count()) {
        return;
      }
      elements[i] = source.get(place);
    }
    at.contents(0, Integers.of(out, elements, source.floating()));
  }
}
