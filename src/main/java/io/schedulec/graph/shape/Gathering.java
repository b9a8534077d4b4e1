package io.schedulec.graph.shape;

import java.util.Arrays;

/** Operators on contents that only choose elements: each result element is one source element. */
final class Gathering {
  private Gathering() {}

  /** The row-major strides of a shape whose sizes are known. */
  static long[] strides(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  /** Elements read from {@code start} on, with one stride per axis of the result. */
  static Integers read(Integers source, long[] shape, long start, long[] strides) {
    int count = (int) Dimension.count(shape);
    long[] elements = new long[count];
    long[] from = source.elements();
    long[] place = new long[shape.length];
    long at = start;
    for (int i = 0; i < count; i++) {
      elements[i] = from[(int) at];
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        at += strides[axis];
        if (++place[axis] < shape[axis]) {
          break;
        }
        at -= place[axis] * strides[axis];
        place[axis] = 0;
      }
    }
    return Integers.of(shape, elements, source.floating());
  }

  /** A tensor repeated along its axes of size one, as broadcasting does. */
  static Integers expand(Integers source, long[] shape) {
    long[] own = source.shape();
    if (Arrays.equals(own, shape)) {
      return source;
    }
    long[] ownStrides = strides(own);
    long[] strides = new long[shape.length];
    int shift = shape.length - own.length;
    for (int i = 0; i < own.length; i++) {
      strides[i + shift] = own[i] == 1 ? 0 : ownStrides[i];
    }
    return read(source, shape, 0, strides);
  }
}
