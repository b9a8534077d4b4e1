package io.schedulec.kernel;

import io.schedulec.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What thinnings have left of a tensor that keeps its full size.
 *
 * <p>Each axis has positions, numbered as in the model file. They are its indices, except on axis 1
 * of the weight of a convolution in g groups: there position i is column {@code i mod n} of the
 * rows of group {@code i div n}, for n columns, because other columns can go from each group.
 */
final class Survivors {

  /** Takes elements that follow each other. */
  interface Run {
    /** Takes the elements {@code [from, from + length)}; length is at least 1. */
    void accept(int from, int length);
  }

  private final int[] dims;
  private final int groups;
  private final BitSet[] gone;

  /** All of a tensor of a known shape; groups is 1 except for the weight of a grouped operator. */
  Survivors(Shape shape, int groups) {
    dims = Arrays.stream(shape.toArray()).mapToInt(Math::toIntExact).toArray();
    this.groups = groups;
    gone = new BitSet[dims.length];
    Arrays.setAll(gone, axis -> new BitSet());
  }

  /** Whether nothing has gone. */
  boolean whole() {
    return Arrays.stream(gone).allMatch(BitSet::isEmpty);
  }

  /** Whether positions of an axis are numbered over the groups. */
  boolean acrossGroups(int axis) {
    return axis == 1 && groups > 1;
  }

  /** The rows in which a position across groups stands: from, inclusive, to, exclusive. */
  int[] rows(int position) {
    int rows = dims[0] / groups;
    int group = position / dims[1];
    return new int[] {group * rows, (group + 1) * rows};
  }

  /** Removes a position. */
  void remove(int axis, int position) {
    gone[axis].set(position);
  }

  /** How many of each of equal blocks of an axis are left. */
  int[] left(int axis, int blocks) {
    int each = positions(axis) / blocks;
    int[] left = new int[blocks];
    Arrays.setAll(left, b -> each - gone[axis].get(b * each, (b + 1) * each).cardinality());
    return left;
  }

  /** For each structure of an axis that is left, its positions: one, or one of each group. */
  List<int[]> structures(int axis) {
    int blocks = acrossGroups(axis) ? groups : 1;
    int[] left = left(axis, blocks);
    if (Arrays.stream(left).distinct().count() > 1) {
      throw new Impossible(
          "the groups of a convolution read different numbers of channels: "
              + Arrays.toString(left));
    }
    List<int[]> structures = new ArrayList<>();
    for (int i = 0; i < left[0]; i++) {
      structures.add(new int[blocks]);
    }
    int each = positions(axis) / blocks;
    for (int block = 0; block < blocks; block++) {
      int position = block * each - 1;
      for (int[] structure : structures) {
        position = gone[axis].nextClearBit(position + 1);
        structure[block] = position;
      }
    }
    return structures;
  }

  /** The shape that is left. */
  int[] sizes() {
    int[] sizes = new int[dims.length];
    Arrays.setAll(sizes, axis -> structures(axis).size());
    return sizes;
  }

  /** How many elements are left. */
  long elements() {
    long product = 1;
    for (int size : sizes()) {
      product *= size;
    }
    return product;
  }

  /** What is left, in order. */
  void forEachRun(Run run) {
    int last = dims.length - 1;
    while (last >= 0 && gone[last].isEmpty()) {
      last--;
    }
    int length = product(last + 1);
    if (length > 0) {
      if (last < 0) {
        run.accept(0, length);
      } else {
        walk(0, 0, 0, last, length, run);
      }
    }
  }

  private void walk(int axis, int row, int offset, int last, int length, Run run) {
    int stride = product(axis + 1);
    int base = acrossGroups(axis) ? row / (dims[0] / groups) * dims[1] : 0;
    int end = base + dims[axis];
    int i = gone[axis].nextClearBit(base);
    while (i < end) {
      int next = axis < last ? i + 1 : gone[axis].nextSetBit(i);
      next = next < 0 || next > end ? end : next;
      int from = offset + (i - base) * stride;
      if (axis < last) {
        walk(axis + 1, axis == 0 ? i : row, from, last, length, run);
      } else {
        run.accept(from, (next - i) * length);
      }
      i = gone[axis].nextClearBit(next);
    }
  }

  private int positions(int axis) {
    return acrossGroups(axis) ? dims[axis] * groups : dims[axis];
  }

  private int product(int from) {
    int product = 1;
    for (int axis = from; axis < dims.length; axis++) {
      product *= dims[axis];
    }
    return product;
  }

  /** Where an element stands, e.g. {@code [3, 0, 2, 2]}. */
  String place(int element) {
    int[] place = new int[dims.length];
    int rest = element;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      place[axis] = rest % dims[axis];
      rest /= dims[axis];
    }
    return Arrays.toString(place);
  }
}
