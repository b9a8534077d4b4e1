package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.TensorData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The elements of constants as bytes. */
final class TensorBytes {
  private TensorBytes() {}

  /** All elements, row-major, least significant byte first. */
  static ByteBuffer of(TensorData data) {
    return data instanceof StoredElements stored ? stored.bytes() : literal(data);
  }

  /** What stands in an attribute of its own: 64-bit whole numbers, or single precision. */
  private static ByteBuffer literal(TensorData data) {
    if (data.type() == DataType.INT64) {
      return whole(data.longs());
    }
    double[] values = data.doubles();
    ByteBuffer bytes = little(values.length * Float.BYTES);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return bytes.flip();
  }

  /** 64-bit whole numbers. */
  static ByteBuffer whole(long[] values) {
    ByteBuffer bytes = little(values.length * Long.BYTES);
    for (long value : values) {
      bytes.putLong(value);
    }
    return bytes.flip();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
