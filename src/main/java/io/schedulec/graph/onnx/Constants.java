package io.schedulec.graph.onnx;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorData;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code Constant} nodes hold. */
final class Constants {
  private Constants() {}

  /** The tensor of a {@code Constant} node; null if it has none. */
  static @Nullable RawTensor of(RawNode node) {
    RawTensor tensor = node.parts().tensor();
    if (tensor != null) {
      return tensor;
    }
    Attributes attributes = node.attributes();
    if (attributes.has("value_int")) {
      long[] value = {attributes.integer("value_int", 0)};
      return new RawTensor("", DataType.INT64, Shape.SCALAR, new Literal(value, null));
    }
    if (attributes.has("value_float")) {
      double[] value = {attributes.real("value_float", 0)};
      return new RawTensor("", DataType.FLOAT32, Shape.SCALAR, new Literal(null, value));
    }
    return list(attributes);
  }

  /** A whole number in a list of its own. */
  static RawTensor whole(String name, long value) {
    return new RawTensor(name, DataType.INT64, Shape.of(1), new Literal(new long[] {value}, null));
  }

  private static @Nullable RawTensor list(Attributes attributes) {
    Optional<long[]> whole = attributes.integers("value_ints");
    if (whole.isPresent()) {
      Shape shape = Shape.of(whole.get().length);
      return new RawTensor("", DataType.INT64, shape, new Literal(whole.get(), null));
    }
    Optional<double[]> real = attributes.reals("value_floats");
    if (real.isPresent()) {
      Shape shape = Shape.of(real.get().length);
      return new RawTensor("", DataType.FLOAT32, shape, new Literal(null, real.get()));
    }
    if (attributes.has("value_string")) {
      return new RawTensor("", DataType.STRING, Shape.SCALAR, null);
    }
    return null;
  }

  /** Elements that stand in an attribute. */
  private static final class Literal implements TensorData {
    private final long @Nullable [] whole;
    private final double @Nullable [] real;

    Literal(long @Nullable [] whole, double @Nullable [] real) {
      this.whole = whole;
      this.real = real;
    }

    @Override
    public DataType type() {
      return whole != null ? DataType.INT64 : DataType.FLOAT32;
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
}
