package io.schedulec.kernel;

import io.schedulec.graph.DataType;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** Reads stored weights, exactly: every 16-bit number is a float, every float a double. */
final class Numbers {
  private static final int INFINITE_FLOAT = 0x7f800000;
  private static final long INFINITE_DOUBLE = 0x7ff0000000000000L;

  private final ByteBuffer bytes;
  private final DataType type;
  private final FloatBuffer floats;
  private final ShortBuffer shorts;

  /** Weights of a type that {@link #reads}, little endian from position 0. */
  Numbers(ByteBuffer bytes, DataType type) {
    this.bytes = bytes;
    this.type = type;
    floats = bytes.asFloatBuffer();
    shorts = bytes.asShortBuffer();
  }

  /** Whether weights of a type can be read. */
  static boolean reads(DataType type) {
    return switch (type) {
      case FLOAT32, FLOAT64, FLOAT16, BFLOAT16 -> true;
      default -> false;
    };
  }

  /** Whether floats hold every weight exactly. */
  boolean fitFloats() {
    return type != DataType.FLOAT64;
  }

  /** The weights {@code [from, from + count)}, where floats hold them. */
  void floats(int from, float[] out, int count) {
    if (type == DataType.FLOAT32) {
      floats.get(from, out, 0, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      int bits = shorts.get(from + i);
      out[i] = type == DataType.FLOAT16 ? half(bits) : Float.intBitsToFloat(bits << 16);
    }
  }

  /** The weights {@code [from, from + count)} of a tensor of doubles, times a factor. */
  void doubles(int from, double factor, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = bytes.getDouble((from + i) * Double.BYTES) * factor;
    }
  }

  /**
   * Whole numbers that are ordered like the magnitudes of the weights {@code [from, from + count)},
   * and equal where those are.
   */
  void keys(int from, long[] out, int count) {
    if (!fitFloats()) {
      for (int i = 0; i < count; i++) {
        out[i] = bytes.getLong((from + i) * Long.BYTES) & Long.MAX_VALUE;
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      out[i] = floatBits(from + i) & Integer.MAX_VALUE;
    }
  }

  private int floatBits(int at) {
    return switch (type) {
      case FLOAT32 -> bytes.getInt(at * Float.BYTES);
      case FLOAT16 -> Float.floatToRawIntBits(half(shorts.get(at)));
      default -> shorts.get(at) << 16;
    };
  }

  /** The key of infinity; a weight is a number if its key is less. */
  long infiniteKey() {
    return fitFloats() ? INFINITE_FLOAT : INFINITE_DOUBLE;
  }

  /** The greatest key of the magnitudes that are at most a threshold; negative where none is. */
  long keyAtMost(double threshold) {
    if (!(threshold >= 0)) {
      return -1;
    }
    if (!fitFloats()) {
      return Double.doubleToRawLongBits(Math.abs(threshold));
    }
    float rounded = Math.abs((float) threshold);
    return Float.floatToRawIntBits(rounded > threshold ? Math.nextDown(rounded) : rounded);
  }

  private static float half(int bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    int sign = bits << 16 & 0x80000000;
    if (exponent == 0) {
      return Math.copySign(fraction * 0x1p-24f, Float.intBitsToFloat(sign | 0x3f800000));
    }
    int wide = exponent == 0x1f ? 0xff : exponent + 112;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }
}
