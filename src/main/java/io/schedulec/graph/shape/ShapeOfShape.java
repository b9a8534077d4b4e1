package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;

/** The operators that turn a shape into numbers. */
final class ShapeOfShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Shape", "Size");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (at.opType().equals("Size")) {
      long count = in == null ? Dimension.UNKNOWN : at.sizes().product(in, 0, in.length);
      at.contents(Integers.scalar(count));
    } else if (in == null) {
      at.shape(0, Dimension.UNKNOWN);
    } else {
      int from = bound(at.attributes().integer("start", 0), in.length);
      int to = bound(at.attributes().integer("end", in.length), in.length);
      at.contents(Integers.vector(Arrays.copyOfRange(in, from, Math.max(from, to))));
    }
  }

  private static int bound(long place, int rank) {
    return (int) Math.max(0, Math.min(rank, place < 0 ? place + rank : place));
  }
}
