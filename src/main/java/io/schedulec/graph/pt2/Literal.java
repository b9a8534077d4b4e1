package io.schedulec.graph.pt2;

import io.schedulec.graph.DataType;
import io.schedulec.graph.TensorData;
import org.jspecify.annotations.Nullable;

/** Elements that are in memory. */
final class Literal implements TensorData {
  private final DataType type;
  private final long @Nullable [] whole;
  private final double @Nullable [] real;

  private Literal(DataType type, long @Nullable [] whole, double @Nullable [] real) {
    this.type = type;
    this.whole = whole;
    this.real = real;
  }

  /** Whole numbers or truth values. */
  static Literal of(DataType type, long... elements) {
    return new Literal(type, elements.clone(), null);
  }

  /** Real numbers. */
  static Literal of(DataType type, double... elements) {
    return new Literal(type, null, elements.clone());
  }

  @Override
  public DataType type() {
    return type;
  }

  @Override
  public long[] longs() {
    if (whole == null) {
      throw new IllegalStateException("the constant holds no whole numbers");
    }
    return whole.clone();
  }

  @Override
  public double[] doubles() {
    if (real == null) {
      throw new IllegalStateException("the constant holds no real numbers");
    }
    return real.clone();
  }
}
