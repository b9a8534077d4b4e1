package io.schedulec.kernel;

import io.schedulec.graph.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A tensor without what thinnings have removed from it: what a model file would hold that had been
 * cut then.
 */
final class Dense {
  private final Numbers numbers;
  private final int[] sizes;

  private Dense(Numbers numbers, int[] sizes) {
    this.numbers = numbers;
    this.sizes = sizes;
  }

  /** What is left of a tensor; its own bytes where that is all. */
  static Dense of(ByteBuffer full, DataType type, Survivors survivors) {
    if (survivors.whole()) {
      return new Dense(new Numbers(full, type), survivors.sizes());
    }
    int[] sizes = survivors.sizes();
    ByteBuffer bytes = ByteBuffer.allocate(product(sizes, 0, sizes.length) * type.bytes());
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    survivors.forEachRun(
        (from, length) -> {
          int count = length * type.bytes();
          bytes.put(bytes.position(), full, from * type.bytes(), count);
          bytes.position(bytes.position() + count);
        });
    return new Dense(new Numbers(bytes.flip(), type), sizes);
  }

  /** Its elements in row-major order. */
  Numbers numbers() {
    return numbers;
  }

  /** The size of an axis. */
  int size(int axis) {
    return sizes[axis];
  }

  /** The product of the sizes before an axis. */
  int outer(int axis) {
    return product(sizes, 0, axis);
  }

  /** The product of the sizes behind an axis. */
  int inner(int axis) {
    return product(sizes, axis + 1, sizes.length);
  }

  /** A power of two that brings the greatest magnitude of a tensor of doubles near 1. */
  double factorToOne() {
    double[] piece = new double[1024];
    int count = product(sizes, 0, sizes.length);
    double greatest = 0;
    for (int from = 0; from < count; from += piece.length) {
      int length = Math.min(piece.length, count - from);
      numbers.doubles(from, 1, piece, length);
      for (int i = 0; i < length; i++) {
        greatest = Math.max(greatest, Math.abs(piece[i]));
      }
    }
    boolean scalable = greatest > 0 && greatest < Double.POSITIVE_INFINITY;
    return scalable ? Math.scalb(1.0, -Math.max(-1000, Math.getExponent(greatest))) : 1;
  }

  private static int product(int[] sizes, int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product *= sizes[axis];
    }
    return product;
  }
}
