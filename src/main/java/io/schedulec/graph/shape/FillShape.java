package io.schedulec.graph.shape;

import io.schedulec.graph.DataType;
import io.schedulec.graph.TensorData;
import java.util.Arrays;
import java.util.List;

/** Tensors made from a shape, a range or chance. */
final class FillShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("ConstantOfShape", "Range", "RandomNormal", "RandomUniform", "Multinomial");
  }

  @Override
  public void infer(NodeShapes at) {
    switch (at.opType()) {
      case "ConstantOfShape" -> constant(at);
      case "Range" -> range(at);
      case "Multinomial" -> samples(at);
      default -> at.attributes().integers("shape").ifPresent(shape -> at.shape(0, shape));
    }
  }

  /** So many choices for each row of probabilities. */
  private static void samples(NodeShapes at) {
    long[] in = at.shape(0);
    long rows = in == null || in.length != 2 ? Dimension.UNKNOWN : in[0];
    at.shape(0, rows, at.attributes().integer("sample_size", 1));
  }

  private static void constant(NodeShapes at) {
    Integers target = at.contents(0);
    if (target == null) {
      long[] shape = at.shape(0);
      if (shape != null && shape.length == 1 && Dimension.known(shape[0]) && shape[0] < 64) {
        long[] out = new long[(int) shape[0]];
        Arrays.fill(out, Dimension.UNKNOWN);
        at.shape(0, out);
      }
      return;
    }
    long[] out = target.elements();
    at.shape(0, out);
    if (at.fits(out)) {
      fill(at, out, (int) Dimension.count(out));
    }
  }

  /** The fill value is a floating-point zero where it is not given. */
  private static void fill(NodeShapes at, long[] out, int count) {
    long[] elements = new long[count];
    TensorData value = at.attributes().tensor("value").orElse(null);
    if (value != null) {
      if (!value.type().integer() && value.type() != DataType.BOOL) {
        return;
      }
      long[] given = value.longs();
      Arrays.fill(elements, given.length == 1 ? Dimension.numbers(given)[0] : Dimension.UNKNOWN);
    }
    at.contents(Integers.of(out, elements, value == null));
  }

  private static void range(NodeShapes at) {
    Sizes sizes = at.sizes();
    long start = element(at, 0);
    long limit = element(at, 1);
    long delta = element(at, 2);
    long length = delta == -1 ? sizes.minus(start, limit) : sizes.minus(limit, start);
    long count = Dimension.UNKNOWN;
    if (delta == 1 || delta == -1) {
      count = sizes.atLeast(length, 0) ? length : sizes.larger(length, 0);
    } else if (Dimension.known(length) && Dimension.known(delta) && delta != 0) {
      count = Math.max(0, -Math.floorDiv(-length, delta));
    }
    at.shape(0, count);
    if (Dimension.known(start) && Dimension.known(delta) && at.fits(new long[] {count})) {
      long[] elements = new long[(int) count];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = start + i * delta;
      }
      at.contents(Integers.of(new long[] {count}, elements, floating(at)));
    }
  }

  private static boolean floating(NodeShapes at) {
    Integers start = at.contents(0);
    return start != null && start.floating();
  }

  private static long element(NodeShapes at, int place) {
    Integers given = at.contents(place);
    return given == null || given.count() != 1 ? Dimension.UNKNOWN : given.get(0);
  }
}
