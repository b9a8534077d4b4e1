package io.schedulec.channel.rule;

/** Axes and indices of operators that choose indices of an axis. */
final class Choices {
  private Choices() {}

  /** Every axis is the same axis of the result, but for the one that is chosen from. */
  static int[] others(int rank, int axis) {
    int[] axes = new int[rank];
    for (int i = 0; i < rank; i++) {
      axes[i] = i == axis ? -1 : i;
    }
    return axes;
  }

  /** So many indices from one on, so far apart. */
  static int[] run(int first, int count, int step) {
    int[] indices = new int[count];
    for (int i = 0; i < count; i++) {
      indices[i] = first + i * step;
    }
    return indices;
  }
}
