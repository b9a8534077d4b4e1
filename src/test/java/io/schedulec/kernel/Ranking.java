package io.schedulec.kernel;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import io.schedulec.plan.Criterion;
import java.nio.ByteBuffer;

/** Opens the kernel's ranking to measurements. */
public final class Ranking {
  private Ranking() {}

  /** The scores of the structures of an axis of a tensor of floats, little endian. */
  public static double[] of(ByteBuffer floats, Shape shape, int axis, Criterion criterion) {
    Dense dense = Dense.of(floats, DataType.FLOAT32, new Survivors(shape, 1));
    return Scores.of(dense, axis, criterion);
  }
}
