package io.schedulec.graph;

import java.util.BitSet;

/**
 * Indices of one axis that go, others for each block of another axis: the indices of the other axis
 * form equal runs, the blocks, and under those of a block the same indices go.
 *
 * <p>The weight of a convolution in groups is such a tensor, whose rows are of one group each, and
 * so are the queries of attention, where every head may lose channels of its own.
 *
 * @param axis the axis that loses indices
 * @param by the axis whose indices form the blocks
 * @param blocks how many blocks there are
 * @param width the size of the axis that loses indices
 * @param indices what goes: index {@code i} of block {@code b} is {@code b * width + i}
 */
public record Across(int axis, int by, int blocks, int width, BitSet indices) {
  /** Copies the set. */
  public Across {
    indices = (BitSet) indices.clone();
  }

  @Override
  public BitSet indices() {
    return (BitSet) indices.clone();
  }

  /** What goes in a block, as an own copy. */
  public BitSet of(int block) {
    return indices.get(block * width, (block + 1) * width);
  }

  /** How many indices go in a block. */
  public int count(int block) {
    return of(block).cardinality();
  }

  /** Whether as many go in every block. */
  public boolean even() {
    for (int block = 1; block < blocks; block++) {
      if (count(block) != count(0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the same go in every block. */
  public boolean same() {
    for (int block = 1; block < blocks; block++) {
      if (!of(block).equals(of(0))) {
        return false;
      }
    }
    return true;
  }

  /** The same in as many blocks, at least, as there are; a multiple of them. */
  public Across in(int finer) {
    if (finer == blocks) {
      return this;
    }
    BitSet all = new BitSet();
    for (int block = 0; block < finer; block++) {
      BitSet own = of((int) ((long) block * blocks / finer));
      for (int i = own.nextSetBit(0); i >= 0; i = own.nextSetBit(i + 1)) {
        all.set(block * width + i);
      }
    }
    return new Across(axis, by, finer, width, all);
  }

  /** The same in as few blocks as possible, so that what is equal looks equal. */
  public Across coarsest() {
    for (int fewer = 1; fewer < blocks; fewer++) {
      if (blocks % fewer == 0) {
        Across coarse = sampled(fewer);
        if (coarse.in(blocks).indices.equals(indices)) {
          return coarse;
        }
      }
    }
    return this;
  }

  private Across sampled(int fewer) {
    BitSet some = new BitSet();
    for (int block = 0; block < fewer; block++) {
      BitSet own = of(block * (blocks / fewer));
      for (int i = own.nextSetBit(0); i >= 0; i = own.nextSetBit(i + 1)) {
        some.set(block * width + i);
      }
    }
    return new Across(axis, by, fewer, width, some);
  }

  /** The same of a tensor whose axes have other numbers. */
  public Across at(int newAxis, int newBy) {
    return new Across(newAxis, newBy, blocks, width, indices);
  }
}
