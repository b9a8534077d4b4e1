package io.schedulec.graph.shape;

/** Arithmetic on the sizes of one model, some of which may be unknown; see {@link Dimension}. */
final class Sizes {
  long plus(long a, long b) {
    return Dimension.plus(a, b);
  }

  long minus(long a, long b) {
    return Dimension.minus(a, b);
  }

  long times(long a, long b) {
    return Dimension.times(a, b);
  }

  /** Division that rounds down. */
  long over(long a, long b) {
    return Dimension.over(a, b);
  }

  /** The number of elements of a part of a tensor. */
  long product(long[] sizes, int from, int to) {
    return Dimension.product(sizes, from, to);
  }

  /** The size of an axis on which tensors of two sizes meet by broadcasting. */
  long broadcast(long a, long b) {
    return Dimension.broadcast(a, b);
  }
}
