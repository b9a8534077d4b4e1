package io.schedulec.graph;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Which indices of a tensor's axes go. Immutable.
 *
 * <p>In the weight of a grouped convolution axis 1 may be numbered across the groups: of C channels
 * in G groups, channel i is column {@code i mod (C/G)} of the rows of group {@code i div (C/G)}.
 */
public final class TensorCut {
  private static final BitSet NOTHING = new BitSet();

  private final Shape before;
  private final BitSet[] removed;
  private final int blocks;
  private final BitSet across;

  private TensorCut(Shape before, BitSet[] removed, int blocks, BitSet across) {
    this.before = before;
    this.removed = removed;
    this.blocks = blocks;
    this.across = across;
  }

  /** A tensor of which nothing goes; sizes may be unknown. */
  public static TensorCut none(Shape shape) {
    BitSet[] removed = new BitSet[shape.rank()];
    Arrays.fill(removed, NOTHING);
    return new TensorCut(shape, removed, 1, NOTHING);
  }

  /** This, with more indices of an axis removed. */
  public TensorCut and(int axis, BitSet indices) {
    if (indices.isEmpty()) {
      return this;
    }
    BitSet[] more = removed.clone();
    more[axis] = union(removed[axis], indices);
    return new TensorCut(before, more, blocks, across);
  }

  /**
   * This, with more channels of axis 1 removed, which are numbered across groups of rows.
   *
   * @param groups number of groups
   */
  public TensorCut andAcross(int groups, BitSet channels) {
    return channels.isEmpty()
        ? this
        : new TensorCut(before, removed, groups, union(across, channels));
  }

  private static BitSet union(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.or(b);
    return both;
  }

  /** The shape it is cut from. */
  public Shape before() {
    return before;
  }

  /** Whether nothing goes. */
  public boolean nothing() {
    for (BitSet indices : removed) {
      if (!indices.isEmpty()) {
        return false;
      }
    }
    return across.isEmpty();
  }

  /** The indices of an axis that go, as an own copy; those across groups are not among them. */
  public BitSet removed(int axis) {
    return (BitSet) removed[axis].clone();
  }

  /** The channels of axis 1 that go, numbered across groups, as an own copy. */
  public BitSet across() {
    return (BitSet) across.clone();
  }

  /** The number of groups across which channels are numbered. */
  public int blocks() {
    return blocks;
  }

  /** The number of channels of axis 1 of one group that go. */
  private int perBlock(int block) {
    int width = (int) before.dim(1);
    return across.get(block * width, (block + 1) * width).cardinality();
  }

  /** Whether as many channels go from every group, so that what remains is a tensor. */
  public boolean even() {
    for (int block = 1; block < blocks && !across.isEmpty(); block++) {
      if (perBlock(block) != perBlock(0)) {
        return false;
      }
    }
    return evenRows();
  }

  /** Rows of each group are of one group only if as many go from each. */
  private boolean evenRows() {
    if (across.isEmpty() || removed[0].isEmpty()) {
      return true;
    }
    int height = (int) before.dim(0) / blocks;
    int first = removed[0].get(0, height).cardinality();
    for (int block = 1; block < blocks; block++) {
      BitSet rows = removed[0].get(block * height, (block + 1) * height);
      if (rows.cardinality() != first) {
        return false;
      }
    }
    return true;
  }

  /** How many indices of an axis of the stored tensor go. */
  public long gone(int axis) {
    long gone = removed[axis].cardinality();
    return axis == 1 && !across.isEmpty() ? gone + perBlock(0) : gone;
  }

  /** The shape of what remains of an {@linkplain #even even} cut. */
  public Shape after() {
    Shape after = before;
    for (int axis = 0; axis < removed.length; axis++) {
      long gone = gone(axis);
      if (gone > 0 && before.known(axis)) {
        after = after.with(axis, before.dim(axis) - gone);
      }
    }
    return after;
  }

  /**
   * Passes on what remains, as runs of adjacent elements in row-major order.
   *
   * @param data all elements of the tensor from position 0 on
   * @param width bytes per element
   */
  public void keep(ByteBuffer data, int width, Consumer<ByteBuffer> out) {
    new Keeping(data, width, out).run(0, 0, 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TensorCut that
        && before.equals(that.before)
        && Arrays.equals(removed, that.removed)
        && across.equals(that.across)
        && (blocks == that.blocks || across.isEmpty());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * before.hashCode() + Arrays.hashCode(removed)) + across.hashCode();
  }

  @Override
  public String toString() {
    return before + " without " + Arrays.toString(removed) + (across.isEmpty() ? "" : across);
  }

  /** Walks over what remains. */
  private final class Keeping {
    private final ByteBuffer data;
    private final Consumer<ByteBuffer> out;
    private final long[] strides;
    private final int innermost;

    Keeping(ByteBuffer data, int width, Consumer<ByteBuffer> out) {
      this.data = data;
      this.out = out;
      this.strides = strides(width);
      this.innermost = innermost();
    }

    private long[] strides(int width) {
      long[] bytes = new long[before.rank()];
      long stride = width;
      for (int axis = bytes.length - 1; axis >= 0; axis--) {
        bytes[axis] = stride;
        stride *= before.dim(axis);
      }
      return bytes;
    }

    /** The last axis that is cut; what lies within one of its indices is one run. */
    private int innermost() {
      int axis = removed.length - 1;
      while (axis >= 0 && removed[axis].isEmpty() && !(axis == 1 && !across.isEmpty())) {
        axis--;
      }
      return axis;
    }

    void run(int axis, long offset, int row) {
      if (innermost < 0) {
        out.accept(data.slice());
        return;
      }
      int size = (int) before.dim(axis);
      BitSet gone = gone(axis, row);
      int start = gone.nextClearBit(0);
      while (start < size) {
        int next = gone.nextSetBit(start);
        int end = next < 0 ? size : Math.min(next, size);
        between(axis, offset, start, end);
        start = gone.nextClearBit(end);
      }
    }

    private void between(int axis, long offset, int start, int end) {
      if (axis == innermost) {
        int from = Math.toIntExact(offset + start * strides[axis]);
        out.accept(data.slice(from, Math.toIntExact((end - start) * strides[axis])));
        return;
      }
      for (int i = start; i < end; i++) {
        run(axis + 1, offset + i * strides[axis], axis == 0 ? i : 0);
      }
    }

    private BitSet gone(int axis, int row) {
      if (axis != 1 || across.isEmpty()) {
        return removed[axis];
      }
      int width = (int) before.dim(1);
      int block = row / ((int) before.dim(0) / blocks);
      return across.get(block * width, (block + 1) * width);
    }
  }
}
