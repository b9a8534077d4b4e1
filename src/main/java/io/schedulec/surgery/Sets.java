package io.schedulec.surgery;

import java.util.BitSet;

/** Sets of indices. */
final class Sets {
  private Sets() {}

  /** Every index {@code i} becomes the indices {@code i * size .. i * size + size - 1}. */
  static BitSet blocks(BitSet indices, int size) {
    BitSet blocks = new BitSet();
    for (int i = indices.nextSetBit(0); i >= 0; i = indices.nextSetBit(i + 1)) {
      blocks.set(i * size, (i + 1) * size);
    }
    return blocks;
  }

  /** Every index, so much later. */
  static BitSet shifted(BitSet indices, int by) {
    BitSet shifted = new BitSet();
    for (int i = indices.nextSetBit(0); i >= 0; i = indices.nextSetBit(i + 1)) {
      shifted.set(i + by);
    }
    return shifted;
  }

  /** Whether as many indices are in each of a number of equal runs. */
  static boolean even(BitSet indices, int size, int blocks) {
    int width = size / blocks;
    int first = indices.get(0, width).cardinality();
    for (int block = 1; block < blocks; block++) {
      if (indices.get(block * width, (block + 1) * width).cardinality() != first) {
        return false;
      }
    }
    return true;
  }
}
