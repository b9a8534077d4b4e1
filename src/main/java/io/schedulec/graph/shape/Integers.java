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

  /**
   * A tensor; {@code floating} where the numbers are whole but their type is not. Neither array may
   * be changed afterwards.
   */
  static Integers of(long[] shape, long[] elements, boolean floating) {
    return new Integers(shape, elements, floating);
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

  /** The sizes of the tensor itself, all known; not to be changed. */
  long[] shape() {
    return shape;
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
    return new Integers(newShape, elements, floating);
  }

  /** The same elements, with a new symbol for each of which nothing is known. */
  Integers named(Sizes sizes) {
    long[] named = elements.clone();
    boolean changed = false;
    for (int i = 0; i < named.length; i++) {
      if (named[i] == Dimension.UNKNOWN) {
        named[i] = sizes.anyNumber();
        changed = true;
      }
    }
    return changed ? new Integers(shape, named, floating) : this;
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
