package io.schedulec.graph;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which indices of a tensor's axes go. Immutable.
 *
 * <p>What goes of an axis may be {@linkplain Across different} for the blocks of another: in the
 * weight of a grouped convolution, of C channels in G groups, channel i is column {@code i mod
 * (C/G)} of the rows of group {@code i div (C/G)}.
 */
public final class TensorCut {
  private static final BitSet NOTHING = new BitSet();

  private final Shape before;
  private final BitSet[] removed;
  private final @Nullable Across[] across;

  private TensorCut(Shape before, BitSet[] removed, @Nullable Across[] across) {
    this.before = before;
    this.removed = removed;
    this.across = across;
  }

  /** A tensor of which nothing goes; sizes may be unknown. */
  public static TensorCut none(Shape shape) {
    BitSet[] removed = new BitSet[shape.rank()];
    Arrays.fill(removed, NOTHING);
    return new TensorCut(shape, removed, new @Nullable Across[shape.rank()]);
  }

  /** This, with more indices of an axis removed. */
  public TensorCut and(int axis, BitSet indices) {
    if (indices.isEmpty()) {
      return this;
    }
    BitSet[] more = removed.clone();
    more[axis] = union(removed[axis], indices);
    return new TensorCut(before, more, across).merged(axis);
  }

  /**
   * This, with more channels of axis 1 removed, which are numbered across groups of rows.
   *
   * @param groups number of groups
   */
  public TensorCut andAcross(int groups, BitSet channels) {
    return and(new Across(1, 0, groups, (int) before.dim(1), channels));
  }

  /**
   * This, with more indices of an axis removed, others for each block of another axis.
   *
   * @throws IllegalArgumentException if some depend on the blocks of a third axis already
   */
  public TensorCut and(Across more) {
    if (more.indices().isEmpty()) {
      return this;
    }
    int axis = more.axis();
    @Nullable Across[] all = across.clone();
    all[axis] = across[axis] == null ? more : union(across[axis], more);
    return new TensorCut(before, removed, all).merged(axis);
  }

  private static Across union(Across a, Across b) {
    if (a.by() != b.by()) {
      throw new IllegalArgumentException("axis " + a.axis() + " depends on two others");
    }
    int finer = a.blocks() / gcd(a.blocks(), b.blocks()) * b.blocks();
    BitSet both = union(a.in(finer).indices(), b.in(finer).indices());
    return new Across(a.axis(), a.by(), finer, a.width(), both);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static BitSet union(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.or(b);
    return both;
  }

  /** This, where what goes of an axis is all said in one place. */
  private TensorCut merged(int axis) {
    Across some = across[axis];
    if (some == null || removed[axis].isEmpty()) {
      return this;
    }
    BitSet[] none = removed.clone();
    @Nullable Across[] all = across.clone();
    all[axis] = union(some, new Across(axis, some.by(), 1, some.width(), removed[axis]));
    none[axis] = NOTHING;
    return new TensorCut(before, none, all);
  }

  /** The same, with as few blocks as possible, so that what is equal looks equal. */
  public TensorCut settled() {
    BitSet[] plain = removed.clone();
    @Nullable Across[] blockwise = across.clone();
    for (int axis = 0; axis < removed.length; axis++) {
      Across some = across[axis];
      if (some != null) {
        Across coarsest = some.coarsest();
        blockwise[axis] = coarsest.blocks() == 1 ? null : coarsest;
        plain[axis] = coarsest.blocks() == 1 ? coarsest.indices() : NOTHING;
      }
    }
    return new TensorCut(before, plain, blockwise);
  }

  /** The shape it is cut from. */
  public Shape before() {
    return before;
  }

  /** Whether nothing goes. */
  public boolean nothing() {
    for (int axis = 0; axis < removed.length; axis++) {
      if (!whole(axis)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing goes of an axis. */
  public boolean whole(int axis) {
    return removed[axis].isEmpty() && across[axis] == null;
  }

  /**
   * The indices of an axis that go, as an own copy; where they are others for each block of another
   * axis, they are not among them.
   */
  public BitSet removed(int axis) {
    return (BitSet) removed[axis].clone();
  }

  /** What goes of an axis where that is not the same for all blocks of another. */
  public Optional<Across> across(int axis) {
    return Optional.ofNullable(across[axis]);
  }

  /** Whether what goes of any axis is not the same for all blocks of another. */
  public boolean blockwise() {
    for (Across some : across) {
      if (some != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether as many indices go from every block, so that what remains is a tensor. */
  public boolean even() {
    for (Across some : across) {
      if (some != null && !(some.even() && evenRows(some))) {
        return false;
      }
    }
    return true;
  }

  /** Rows of each block are of one block only if as many go from each. */
  private boolean evenRows(Across some) {
    BitSet rows = removed[some.by()];
    int height = (int) before.dim(some.by()) / some.blocks();
    int first = rows.get(0, height).cardinality();
    for (int block = 1; block < some.blocks() && !rows.isEmpty(); block++) {
      if (rows.get(block * height, (block + 1) * height).cardinality() != first) {
        return false;
      }
    }
    return true;
  }

  /** How many indices of an axis go. */
  public long gone(int axis) {
    Across some = across[axis];
    return some == null ? removed[axis].cardinality() : some.count(0);
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
    new Keeping(width, data.limit(), (from, length) -> out.accept(data.slice(from, length)))
        .run(0, 0);
  }

  /**
   * A copy of the tensor, uncut, in which what goes is zero.
   *
   * @param data all elements of the tensor from position 0 on
   * @param width bytes per element
   */
  public ByteBuffer cleared(ByteBuffer data, int width) {
    ByteBuffer copy = ByteBuffer.allocate(data.limit()).order(data.order());
    new Keeping(width, data.limit(), (from, length) -> copy.put(from, data, from, length))
        .run(0, 0);
    return copy;
  }

  /** Takes a run of bytes. */
  @FunctionalInterface
  private interface Run {
    void take(int from, int length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TensorCut that
        && before.equals(that.before)
        && Arrays.equals(removed, that.removed)
        && Arrays.equals(across, that.across);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * before.hashCode() + Arrays.hashCode(removed)) + Arrays.hashCode(across);
  }

  @Override
  public String toString() {
    return before
        + " without "
        + Arrays.toString(removed)
        + (blockwise() ? Arrays.toString(across) : "");
  }

  /** Walks over what remains. */
  private final class Keeping {
    private final int bytes;
    private final Run out;
    private final long[] strides;
    private final int innermost;
    private final int[] place = new int[before.rank()];

    Keeping(int width, int bytes, Run out) {
      this.bytes = bytes;
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
      while (axis >= 0 && whole(axis)) {
        axis--;
      }
      return axis;
    }

    void run(int axis, long offset) {
      if (innermost < 0) {
        out.take(0, bytes);
        return;
      }
      int size = (int) before.dim(axis);
      BitSet gone = gone(axis);
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
        out.take(from, Math.toIntExact((end - start) * strides[axis]));
        return;
      }
      for (int i = start; i < end; i++) {
        place[axis] = i;
        run(axis + 1, offset + i * strides[axis]);
      }
    }

    private BitSet gone(int axis) {
      Across some = across[axis];
      if (some == null) {
        return removed[axis];
      }
      if (some.by() > axis) {
        throw new IllegalStateException("a stored tensor would be put in another order");
      }
      return some.of(place[some.by()] / ((int) before.dim(some.by()) / some.blocks()));
    }
  }
}
