package io.schedulec.graph.shape;

import java.util.List;

/** The largest or smallest elements along one axis, and where they stood. */
final class TopKShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("TopK");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    int axis = at.axis("axis", -1, in.length);
    long[] out = in.clone();
    out[axis] = count(at);
    at.shape(0, out);
    at.shape(1, out);
  }

  private static long count(NodeShapes at) {
    Integers given = at.contents(1);
    long otherwise = given == null || given.count() != 1 ? Dimension.UNKNOWN : given.get(0);
    return at.attributes().integer("k", otherwise);
  }
}
