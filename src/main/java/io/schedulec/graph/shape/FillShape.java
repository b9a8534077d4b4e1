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
    long count = Dimension.product(out, 0, out.length);
    if (Dimension.known(out) && count <= Integers.LIMIT) {
      fill(at, out, (int) count);
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
      Arrays.fill(elements, given.length == 1 ? given[0] : Dimension.UNKNOWN);
    }
    at.contents(0, Integers.of(out, elements, value == null));
  }

  private static void range(NodeShapes at) {
    long[] start = at.known(0);
    long[] limit = at.known(1);
    long[] delta = at.known(2);
    if (start == null || limit == null || delta == null) {
      at.shape(0, Dimension.UNKNOWN);
      return;
    }
    if (start.length != 1 || limit.length != 1 || delta.length != 1 || delta[0] == 0) {
      at.shape(0, Dimension.UNKNOWN);
      return;
    }
    long count = Math.max(0, -Math.floorDiv(start[0] - limit[0], delta[0]));
    at.shape(0, count);
    if (count <= Integers.LIMIT) {
      long[] elements = new long[(int) count];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = start[0] + i * delta[0];
      }
      at.contents(0, Integers.vector(elements));
    }
  }
}
