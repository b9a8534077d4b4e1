package io.schedulec.verify;

/** Numbers of 16 bits, rounded towards zero; as random inputs they need no more care. */
final class Halves {
  private Halves() {}

  /** IEEE 754 binary16 of a number that is small in magnitude. */
  static short float16(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int exponent = (bits >>> 23 & 0xff) - 127 + 15;
    if (exponent <= 0 || exponent >= 31) {
      return (short) sign;
    }
    return (short) (sign | (exponent << 10) | (bits >>> 13 & 0x3ff));
  }

  /** The upper half of a float. */
  static short bfloat16(float value) {
    return (short) (Float.floatToRawIntBits(value) >>> 16);
  }

  /** The number that a binary16 stands for. */
  static double fromFloat16(short half) {
    int exponent = half >>> 10 & 31;
    int fraction = half & 0x3ff;
    double magnitude;
    if (exponent == 31) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      magnitude = fraction * 0x1p-24;
    } else {
      magnitude = Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
    }
    return half < 0 ? -magnitude : magnitude;
  }

  /** The number that a bfloat16 stands for. */
  static double fromBfloat16(short half) {
    return Float.intBitsToFloat(half << 16);
  }
}
