package io.schedulec.graph.onnx;

import java.util.Arrays;

/** A growing list of whole numbers. */
final class Longs {
  private static final long[] NONE = {};

  private long[] values = NONE;
  private int size;

  /** Appends a number. */
  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(4, 2 * size));
    }
    values[size++] = value;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** One of them. */
  long get(int index) {
    return values[index];
  }

  /** All of them, as a new array. */
  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
