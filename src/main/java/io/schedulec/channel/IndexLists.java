package io.schedulec.channel;

import io.schedulec.channel.Member.Indices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Index lists held in two flat arrays. Immutable. */
final class IndexLists implements Indices {
  private final int[] starts;
  private final int[] indices;
  private final boolean identity;

  private IndexLists(int[] starts, int[] indices) {
    this.starts = starts;
    this.indices = indices;
    this.identity = isIdentity();
  }

  /**
   * The lists of a number of channels.
   *
   * @param channels the channel each index belongs to
   * @param indices indices, ascending
   */
  static IndexLists of(int size, Ints channels, Ints indices) {
    int[] starts = new int[size + 1];
    for (int i = 0; i < channels.size(); i++) {
      starts[channels.get(i) + 1]++;
    }
    for (int i = 0; i < size; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = Arrays.copyOf(starts, size);
    int[] sorted = new int[indices.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[next[channels.get(i)]++] = indices.get(i);
    }
    return new IndexLists(starts, sorted);
  }

  /** Whether the lists of a number of channels would be each the index of the channel alone. */
  static boolean identity(int size, Ints channels, Ints indices) {
    if (channels.size() != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (channels.get(i) != i || indices.get(i) != i) {
        return false;
      }
    }
    return true;
  }

  private boolean isIdentity() {
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] != i) {
        return false;
      }
    }
    return indices.length == starts.length - 1
        && starts[starts.length - 1] == indices.length
        && ascendingByOne();
  }

  private boolean ascendingByOne() {
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] != i) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean identity() {
    return identity;
  }

  @Override
  public List<Integer> of(int channel) {
    List<Integer> list = new ArrayList<>(starts[channel + 1] - starts[channel]);
    for (int i = starts[channel]; i < starts[channel + 1]; i++) {
      list.add(indices[i]);
    }
    return list;
  }

  /** The first index of a channel. */
  int first(int channel) {
    return indices[starts[channel]];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexLists that
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(indices, that.indices);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(indices);
  }

  @Override
  public String toString() {
    return identity ? "identity" : Arrays.toString(indices);
  }
}
