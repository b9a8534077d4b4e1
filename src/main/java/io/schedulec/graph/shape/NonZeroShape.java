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
    if (in == null) {
      return;
    }
    int rank = Math.max(1, in.length);
    at.shape(0, rank, Dimension.UNKNOWN);
    Integers elements = at.contents(0);
    if (elements != null && elements.known()) {
      places(at, elements, rank);
    }
  }

  private static void places(NodeShapes at, Integers elements, int rank) {
    int count = 0;
    for (int i = 0; i < elements.count(); i++) {
      count += elements.get(i) == 0 ? 0 : 1;
    }
    at.shape(0, rank, count);
    if (at.fits(new long[] {rank, count})) {
      long[] places = new long[rank * count];
      int column = 0;
      for (int i = 0; i < elements.count(); i++) {
        if (elements.get(i) != 0) {
          write(places, column++, count, elements.shape(), i);
        }
      }
      at.contents(Integers.of(new long[] {rank, count}, places, false));
    }
  }

  private static void write(long[] places, int column, int count, long[] shape, int element) {
    long rest = element;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      places[axis * count + column] = rest % shape[axis];
      rest /= shape[axis];
    }
  }
}
