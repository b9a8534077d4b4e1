package io.schedulec.graph.shape;

import java.util.List;

/** Choosing parts of a tensor by vectors of indices that are the last axis of another. */
final class GatherNdShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("GatherND");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] data = at.shape(0);
    long[] indices = at.shape(1);
    if (data == null || indices == null || indices.length == 0) {
      return;
    }
    long depth = indices[indices.length - 1];
    long batch = at.attributes().integer("batch_dims", 0);
    if (!Dimension.known(depth) || depth < 1 || batch < 0 || batch + depth > data.length) {
      return;
    }
    int kept = indices.length - 1;
    int first = (int) (batch + depth);
    long[] out = new long[kept + data.length - first];
    System.arraycopy(indices, 0, out, 0, kept);
    System.arraycopy(data, first, out, kept, data.length - first);
    at.shape(0, out);
    Integers source = at.contents(0);
    if (source != null && batch == 0 && at.fits(out)) {
      contents(at, source, out, first);
    }
  }

  private static void contents(NodeShapes at, Integers source, long[] out, int depth) {
    long[] indices = at.known(1);
    if (indices == null) {
      return;
    }
    long[] strides = Gathering.strides(source.shape());
    int block = (int) strides[depth - 1];
    long[] elements = new long[(int) Dimension.count(out)];
    for (int i = 0; i < elements.length; i++) {
      int place = i % block;
      for (int k = 0; k < depth; k++) {
        int size = (int) source.shape()[k];
        int index = NodeShapes.normal(indices[i / block * depth + k], size);
        if (index < 0 || index >= size) {
          return;
        }
        place += index * (int) strides[k];
      }
      elements[i] = source.get(place);
    }
    at.contents(Integers.of(out, elements, source.floating()));
  }
}
