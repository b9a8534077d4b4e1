package io.schedulec.run;

import io.schedulec.graph.WeightBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/** Counts elements that are not zero; a negative zero is zero. */
final class NonZeros {
  private static final int CHUNK = 1 << 13;

  private NonZeros() {}

  /** The count; empty for types other than real numbers. */
  static OptionalLong count(WeightBytes weight) {
    ByteBuffer data = weight.data().duplicate().order(ByteOrder.LITTLE_ENDIAN);
    return switch (weight.type()) {
      case FLOAT32 -> OptionalLong.of(ints(data));
      case FLOAT64 -> OptionalLong.of(longs(data));
      case FLOAT16, BFLOAT16 -> OptionalLong.of(shorts(data));
      default -> OptionalLong.empty();
    };
  }

  private static long ints(ByteBuffer data) {
    var ints = data.asIntBuffer();
    int[] chunk = new int[CHUNK];
    long count = 0;
    while (ints.hasRemaining()) {
      int length = Math.min(CHUNK, ints.remaining());
      ints.get(chunk, 0, length);
      for (int i = 0; i < length; i++) {
        count += chunk[i] << 1 == 0 ? 0 : 1;
      }
    }
    return count;
  }

  private static long longs(ByteBuffer data) {
    long count = 0;
    for (var longs = data.asLongBuffer(); longs.hasRemaining(); ) {
      count += longs.get() << 1 == 0 ? 0 : 1;
    }
    return count;
  }

  private static long shorts(ByteBuffer data) {
    long count = 0;
    for (var shorts = data.asShortBuffer(); shorts.hasRemaining(); ) {
      count += (shorts.get() << 1 & 0xffff) == 0 ? 0 : 1;
    }
    return count;
  }
}
