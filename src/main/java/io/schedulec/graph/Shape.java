package io.schedulec.graph;

import java.util.Arrays;

/**
 * The sizes of a tensor's axes, some of which may be unknown. Immutable.
 *
 * <p>A tensor of unknown rank has no {@code Shape} at all; see {@link Value#shape()}.
 */
public final class Shape {
  /** The size of an axis that cannot be known before the model runs. */
  public static final long UNKNOWN = -1;

  /** The shape of a scalar. */
  public static final Shape SCALAR = new Shape();

  private final long[] dims;

  private Shape(long... dims) {
    this.dims = dims;
  }

  /** A shape with the given sizes; {@link #UNKNOWN} where a size is not known. */
  public static Shape of(long... dims) {
    return new Shape(dims.clone());
  }

  /** The number of axes. */
  public int rank() {
    return dims.length;
  }

  /** The size of an axis, or {@link #UNKNOWN}; a negative axis counts from the end. */
  public long dim(int axis) {
    return dims[axis < 0 ? axis + dims.length : axis];
  }

  /** Whether the size of an axis is known. */
  public boolean known(int axis) {
    return dim(axis) != UNKNOWN;
  }

  /** Whether every size is known. */
  public boolean fullyKnown() {
    for (long dim : dims) {
      if (dim == UNKNOWN) {
        return false;
      }
    }
    return true;
  }

  /** The number of elements, or {@link #UNKNOWN}. */
  public long elements() {
    long product = 1;
    for (long dim : dims) {
      if (dim == UNKNOWN) {
        return UNKNOWN;
      }
      product = Math.multiplyExact(product, dim);
    }
    return product;
  }

  /** The product of the sizes of axes {@code [from, to)}, or {@link #UNKNOWN}. */
  public long product(int from, int to) {
    return new Shape(Arrays.copyOfRange(dims, from, to)).elements();
  }

  /** This shape with another size on one axis. */
  public Shape with(int axis, long size) {
    long[] copy = dims.clone();
    copy[axis < 0 ? axis + dims.length : axis] = size;
    return new Shape(copy);
  }

  /** The sizes, as a new array. */
  public long[] toArray() {
    return dims.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /** The sizes joined by {@code x}, with {@code ?} for unknown ones, e.g. {@code 1x3x32x32}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (long dim : dims) {
      out.append(out.isEmpty() ? "" : "x").append(dim == UNKNOWN ? "?" : Long.toString(dim));
    }
    return out.isEmpty() ? "scalar" : out.toString();
  }
}
