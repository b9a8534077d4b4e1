package io.schedulec.graph.shape;

import java.util.List;

/** Running sums along an axis. */
final class CumulativeShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("CumSum");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    at.shape(0, in);
    Integers source = at.contents(0);
    long[] axis = at.known(1);
    if (source != null && axis != null && axis.length == 1) {
      int place = NodeShapes.normal(axis[0], in.length);
      at.contents(Integers.of(in, sums(at, source, place), source.floating()));
    }
  }

  private static long[] sums(NodeShapes at, Integers source, int axis) {
    boolean exclusive = at.attributes().integer("exclusive", 0) != 0;
    boolean reverse = at.attributes().integer("reverse", 0) != 0;
    long stride = Gathering.strides(source.shape())[axis];
    long size = source.shape()[axis];
    long[] sums = new long[source.count()];
    for (int k = 0; k < sums.length; k++) {
      int i = reverse ? sums.length - 1 - k : k;
      long place = i / stride % size;
      boolean first = place == (reverse ? size - 1 : 0);
      int before = (int) (reverse ? i + stride : i - stride);
      long more = exclusive ? (first ? 0 : source.get(before)) : source.get(i);
      sums[i] = first ? more : at.sizes().plus(sums[before], more);
    }
    return sums;
  }
}
