package io.schedulec.graph.shape;

/** The places from a start to an end along an axis of a size, both counted as a slice does. */
final class Range {
  /** Exporters write such numbers for an end that is that of the axis. */
  private static final long BEYOND = Integer.MAX_VALUE;

  private final Sizes sizes;
  private final long size;
  private final long step;

  Range(Sizes sizes, long size, long step) {
    this.sizes = sizes;
    this.size = size;
    this.step = step;
  }

  /** The first place, if it is certain to be within the axis. */
  long first(long start) {
    return place(start, step < 0 ? sizes.minus(size, 1) : size);
  }

  /** How many places there are. */
  long count(long start, long end) {
    if (step == 0 || size == Dimension.UNKNOWN) {
      return Dimension.UNKNOWN;
    }
    if (step < 0 && (start == -1 || start >= BEYOND) && end <= -BEYOND && Dimension.known(end)) {
      return parts(size, -step);
    }
    long from = first(start);
    long to = place(end, step < 0 ? sizes.minus(size, 1) : size);
    long length = step < 0 ? sizes.minus(from, to) : sizes.minus(to, from);
    if (Dimension.known(length)) {
      return Math.max(0, parts(length, Math.abs(step)));
    }
    if (length != Dimension.UNKNOWN && sizes.atLeast(length, 0)) {
      return parts(length, Math.abs(step));
    }
    return sizes.function("slice", size, start, end, step);
  }

  /** So many steps as it takes to leave the range. */
  private long parts(long length, long by) {
    if (by == 1) {
      return length;
    }
    return by > 0 && by < BEYOND
        ? sizes.over(sizes.plus(length, by - 1), by)
        : sizes.function("parts", length, by);
  }

  /** A bound counted from the start, and kept within the axis; unknown where that is uncertain. */
  private long place(long bound, long last) {
    long lowest = step < 0 ? -1 : 0;
    if (Dimension.known(size) && Dimension.known(bound)) {
      long at = bound < 0 ? Math.max(bound, -size - 1) + size : bound;
      return Math.max(lowest, Math.min(last, at));
    }
    if (bound == Dimension.UNKNOWN) {
      return Dimension.UNKNOWN;
    }
    if (Dimension.known(bound) && bound >= BEYOND) {
      return last;
    }
    boolean fromStart = sizes.atLeast(bound, 0);
    boolean fromEnd = sizes.atLeast(-1, bound);
    long at = fromStart ? bound : fromEnd ? sizes.plus(size, bound) : Dimension.UNKNOWN;
    if (sizes.atLeast(at, last)) {
      return last;
    }
    boolean within = sizes.atLeast(last, at) && sizes.atLeast(at, 0);
    return within ? at : sizes.atLeast(0, at) ? Math.max(lowest, 0) : Dimension.UNKNOWN;
  }
}
