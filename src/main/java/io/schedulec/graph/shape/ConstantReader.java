package io.schedulec.graph.shape;

import io.schedulec.graph.TensorData;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.Value;
import org.jspecify.annotations.Nullable;

/** Reads the small constants that shapes are computed from. */
final class ConstantReader {
  /** Real numbers are sizes only where a resize was computed; those are few. */
  private static final int LONGEST_OF_REALS = 16;

  private ConstantReader() {}

  /**
   * The elements of a constant; null where they are no whole numbers, or too many. A constant whose
   * elements are in a file that is not there is one of unknown elements.
   */
  static @Nullable Integers read(Value value, long[] shape, ShapeTable table) {
    TensorData data = value.data().orElse(null);
    long count = Dimension.count(shape);
    boolean many = value.type().floating() && count > LONGEST_OF_REALS;
    if (data == null || many || !table.fits(count)) {
      return null;
    }
    try {
      return read(value, data, shape, count);
    } catch (UnreadableModelException absent) {
      return null;
    }
  }

  private static @Nullable Integers read(Value value, TensorData data, long[] shape, long count) {
    return switch (value.type()) {
      case INT64, INT32, INT16, INT8, UINT64, UINT32, UINT16, UINT8, BOOL ->
          of(shape, Dimension.numbers(data.longs()), count, false);
      case FLOAT32, FLOAT64, FLOAT16, BFLOAT16 -> of(shape, whole(data.doubles()), count, true);
      case FLOAT8, STRING, COMPLEX, UNKNOWN -> null;
    };
  }

  private static @Nullable Integers of(
      long[] shape, long @Nullable [] elements, long count, boolean floating) {
    return elements == null || elements.length != count
        ? null
        : Integers.of(shape, elements, floating);
  }

  /** Floating-point numbers as whole ones, or null unless they all are. */
  private static long @Nullable [] whole(double[] numbers) {
    long[] whole = new long[numbers.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (long) numbers[i];
      if (whole[i] != numbers[i] || Math.abs(numbers[i]) > 1L << 52) {
        return null;
      }
    }
    return whole;
  }
}
