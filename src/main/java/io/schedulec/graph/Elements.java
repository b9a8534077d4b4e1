package io.schedulec.graph;

import java.nio.ByteBuffer;

/** Decodes packed little-endian elements. */
public final class Elements {
  private Elements() {}

  /** The elements of a whole-number or boolean tensor. */
  public static long[] longs(ByteBuffer bytes, DataType type) {
    int width = type.bytes();
    long[] values = new long[bytes.limit() / width];
    for (int i = 0; i < values.length; i++) {
      values[i] = whole(bytes, i * width, type);
    }
    return values;
  }

  /** The elements of a floating-point tensor. */
  public static double[] doubles(ByteBuffer bytes, DataType type) {
    int width = type.bytes();
    double[] values = new double[bytes.limit() / width];
    for (int i = 0; i < values.length; i++) {
      long bits =
          switch (width) {
            case 8 -> bytes.getLong(i * 8);
            case 4 -> bytes.getInt(i * 4);
            case 2 -> bytes.getShort(i * 2);
            default -> bytes.get(i);
          };
      values[i] = real(bits, type);
    }
    return values;
  }

  /** Whether numbers of a floating-point type can be decoded. */
  public static boolean decodes(DataType type) {
    return type.floating() && type != DataType.FLOAT8;
  }

  private static long whole(ByteBuffer bytes, int at, DataType type) {
    return switch (type) {
      case INT64, UINT64 -> bytes.getLong(at);
      case INT32 -> bytes.getInt(at);
      case UINT32 -> Integer.toUnsignedLong(bytes.getInt(at));
      case INT16 -> bytes.getShort(at);
      case UINT16 -> Short.toUnsignedLong(bytes.getShort(at));
      case INT8 -> bytes.get(at);
      case UINT8 -> Byte.toUnsignedLong(bytes.get(at));
      case BOOL -> bytes.get(at) == 0 ? 0 : 1;
      case FLOAT32, FLOAT64, FLOAT16, BFLOAT16, FLOAT8, STRING, COMPLEX, UNKNOWN ->
          throw new AssertionError(type);
    };
  }

  /** The number that some bits stand for. */
  public static double real(long bits, DataType type) {
    return switch (type) {
      case FLOAT64 -> Double.longBitsToDouble(bits);
      case FLOAT32 -> Float.intBitsToFloat((int) bits);
      case BFLOAT16 -> Float.intBitsToFloat((int) bits << 16);
      case FLOAT16 -> half((int) bits);
      default -> throw new AssertionError(type);
    };
  }

  private static double half(int bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude;
    if (exponent == 0) {
      magnitude = fraction * 0x1p-24;
    } else if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      magnitude = (fraction + 0x400) * Math.scalb(1.0, exponent - 25);
    }
    return (bits & 0x8000) == 0 ? magnitude : -magnitude;
  }
}
