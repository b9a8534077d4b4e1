package io.schedulec.graph.shape;

import java.util.Arrays;

/**
 * The elements of a small tensor of whole numbers, each a number, unknown, or a symbol (see {@link
 * Dimension}). Immutable.
 */
final class Integers {
  /** Larger tensors compute no shapes. */
  static final int LIMIT = 4096;

  private final long[] shape;
  private final long[] elements;
  private final boolean floating;

  private Integers(long[] shape, long[] elements, boolean floating) {
    this.shape = shape;
    this.elements = elements;
    this.floating = floating;
  }

  /** A tensor; {@code floating} where the numbers are whole but their type is not. */
  static Integers of(long[] shape, long[] elements, boolean floating) {
    return new Integers(shape.clone(), elements.clone(), floating);
  }

  /** A vector. */
  static Integers vector(long... elements) {
    return of(new long[] {elements.length}, elements, false);
  }

  /** A scalar. */
  static Integers scalar(long element) {
    return of(new long[0], new long[] {element}, false);
  }

  int count() {
    return elements.length;
  }

  long get(int index) {
    return elements[index];
  }

  /** The sizes of the tensor itself, all known. */
  long[] shape() {
    return shape.clone();
  }

  /** The elements, row-major. */
  long[] elements() {
    return elements.clone();
  }

  /** Whether the element type is a floating-point one, where a division does not round. */
  boolean floating() {
    return floating;
  }

  /** Whether every element is a number. */
  boolean known() {
    return Dimension.known(elements);
  }

  /** The same elements in another shape of as many elements. */
  Integers reshaped(long[] newShape) {
    return new Integers(newShape.clone(), elements, floating);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Integers that
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(elements, that.elements);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(elements);
  }

  @Override
  public String toString() {
    return Arrays.toString(elements);
  }
}
