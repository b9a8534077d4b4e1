package io.schedulec.plan;

/** What a mask zeroes at a time. */
public sealed interface Structures {

  /**
   * Everything at one index of an axis.
   *
   * @param axis axis of the stored tensor
   */
  record Axis(int axis) implements Structures {}

  /** Single elements. */
  record Elements() implements Structures {}
}
