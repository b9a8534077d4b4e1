package io.schedulec.equivalence;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import io.schedulec.graph.WeightBytes;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Elements of a fixed tensor, read where they lie. Immutable. */
final class Tensor {
  private final Elements elements;
  private final int start;
  private final int[] dims;
  private final int[] strides;

  /** Elements by their place in memory. */
  interface Elements {
    double at(int place);
  }

  private Tensor(Elements elements, int start, int[] dims, int[] strides) {
    this.elements = elements;
    this.start = start;
    this.dims = dims;
    this.strides = strides;
  }

  /** A row-major tensor; empty where a size is unknown or there are not as many elements. */
  static Optional<Tensor> of(Elements elements, long count, Shape shape) {
    if (!shape.fullyKnown() || shape.elements() != count) {
      return Optional.empty();
    }
    int[] dims = new int[shape.rank()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = (int) shape.dim(i);
    }
    return Optional.of(new Tensor(elements, 0, dims, rowMajor(dims)));
  }

  /** The elements of a stored tensor; empty where they are no real numbers. */
  static Optional<Tensor> of(WeightBytes weight) {
    ByteBuffer data = weight.data();
    Optional<Elements> elements = elements(weight.type(), data);
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    return of(elements.get(), data.limit() / weight.type().bytes(), weight.shape());
  }

  private static Optional<Elements> elements(DataType type, ByteBuffer data) {
    return switch (type) {
      case FLOAT32 -> Optional.of(i -> data.getFloat(4 * i));
      case FLOAT64 -> Optional.of(i -> data.getDouble(8 * i));
      case FLOAT16 -> Optional.of(i -> half(data.getShort(2 * i)));
      case BFLOAT16 -> Optional.of(i -> Float.intBitsToFloat(data.getShort(2 * i) << 16));
      default -> Optional.empty();
    };
  }

  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0x1f) {
      return Double.NaN;
    }
    double magnitude =
        exponent == 0 ? fraction * 0x1p-24 : (fraction + 0x400) * Math.scalb(1.0, exponent - 25);
    return bits < 0 ? -magnitude : magnitude;
  }

  private static int[] rowMajor(int[] dims) {
    int[] strides = new int[dims.length];
    int stride = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= dims[i];
    }
    return strides;
  }

  int rank() {
    return dims.length;
  }

  int dim(int axis) {
    return dims[axis];
  }

  /** The same elements with their axes exchanged: axis i is axis {@code permutation[i]} of this. */
  Tensor transposed(int... permutation) {
    int[] newDims = new int[dims.length];
    int[] newStrides = new int[dims.length];
    for (int i = 0; i < dims.length; i++) {
      newDims[i] = dims[permutation[i]];
      newStrides[i] = strides[permutation[i]];
    }
    return new Tensor(elements, start, newDims, newStrides);
  }

  /** The same elements, row-major, under other axes; empty where this is not row-major itself. */
  Optional<Tensor> reshaped(Shape shape) {
    int[] own = rowMajor(dims);
    long count = 1;
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] != 1 && own[i] != strides[i]) {
        return Optional.empty();
      }
      count *= dims[i];
    }
    int offset = start;
    return of(i -> elements.at(offset + i), count, shape);
  }

  /** The elements at one index of an axis; the axis is gone. */
  Tensor slice(int axis, int index) {
    int[] newDims = new int[dims.length - 1];
    int[] newStrides = new int[dims.length - 1];
    for (int i = 0; i < newDims.length; i++) {
      newDims[i] = dims[i < axis ? i : i + 1];
      newStrides[i] = strides[i < axis ? i : i + 1];
    }
    return new Tensor(elements, start + index * strides[axis], newDims, newStrides);
  }

  /** An element of a tensor of one axis. */
  double at(int index) {
    return elements.at(start + index * strides[0]);
  }

  /** The number that every element is; NaN where they differ, or there are none. */
  double uniform() {
    return common(0, start);
  }

  private double common(int axis, int place) {
    if (axis == dims.length) {
      return elements.at(place);
    }
    double first = dims[axis] == 0 ? Double.NaN : common(axis + 1, place);
    for (int i = 1; i < dims[axis] && !Double.isNaN(first); i++) {
      if (common(axis + 1, place + i * strides[axis]) != first) {
        return Double.NaN;
      }
    }
    return first;
  }

  /** Whether all elements at an index of the first two axes are zero. */
  boolean zero(int first, int second) {
    return allZero(2, start + first * strides[0] + second * strides[1]);
  }

  private boolean allZero(int axis, int place) {
    if (axis == dims.length) {
      return elements.at(place) == 0;
    }
    for (int i = 0; i < dims[axis]; i++) {
      if (!allZero(axis + 1, place + i * strides[axis])) {
        return false;
      }
    }
    return true;
  }

  /** The sum of all elements at an index of the first two axes. */
  double sum(int first, int second) {
    return total(2, start + first * strides[0] + second * strides[1]);
  }

  private double total(int axis, int place) {
    if (axis == dims.length) {
      return elements.at(place);
    }
    double sum = 0;
    for (int i = 0; i < dims[axis]; i++) {
      sum += total(axis + 1, place + i * strides[axis]);
    }
    return sum;
  }
}
