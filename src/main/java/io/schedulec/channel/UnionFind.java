package io.schedulec.channel;

import io.schedulec.graph.UnreadableModelException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Disjoint sets of channels, numbered from 0.
 *
 * <p>Beside the sets themselves it remembers when two channels came into one set (by an
 * uncompressed tree whose edges grow younger towards the root), which sets are frozen, and which
 * sets would remain if products joined nothing.
 */
final class UnionFind {
  private final int most;
  private int size;
  private int[] parent = new int[1024];
  private int[] linkedTo = new int[1024];
  private int[] linkedAt = new int[1024];
  private byte[] rank = new byte[1024];
  private boolean[] frozen = new boolean[1024];
  private int @Nullable [] sums;
  private @Nullable Journal journal;

  /** No elements so far, and never more than so many. */
  UnionFind(int most) {
    this.most = most;
  }

  /** Has every joining of two channels taken down from now on. */
  void record(Journal writer) {
    journal = writer;
  }

  /** The number of channels. */
  int size() {
    return size;
  }

  /**
   * Adds channels, each in a set of its own, and returns the number of the first.
   *
   * @throws UnreadableModelException if there are more than anybody has
   */
  int add(int count) {
    if (count > most - size) {
      throw new UnreadableModelException(
          "the model has more than " + most + " channels, which is more than can be analysed");
    }
    int first = size;
    size += count;
    if (size > parent.length) {
      grow(Math.max(size, parent.length * 2));
    }
    for (int i = first; i < size; i++) {
      parent[i] = i;
      linkedTo[i] = i;
      if (sums != null) {
        sums[i] = i;
      }
    }
    return first;
  }

  private void grow(int capacity) {
    parent = Arrays.copyOf(parent, capacity);
    linkedTo = Arrays.copyOf(linkedTo, capacity);
    linkedAt = Arrays.copyOf(linkedAt, capacity);
    rank = Arrays.copyOf(rank, capacity);
    frozen = Arrays.copyOf(frozen, capacity);
    if (sums != null) {
      sums = Arrays.copyOf(sums, capacity);
    }
  }

  /** The channel that stands for a channel's set. */
  int find(int channel) {
    return find(parent, channel);
  }

  /** The channel that stands for a channel's set where products join nothing. */
  int findBySums(int channel) {
    return find(sums == null ? parent : sums, channel);
  }

  private static int find(int[] parent, int channel) {
    int x = channel;
    while (parent[x] != x) {
      parent[x] = parent[parent[x]];
      x = parent[x];
    }
    return x;
  }

  /**
   * Joins two sets.
   *
   * @param time never smaller than in the call before
   * @param product whether they meet by multiplication only
   */
  void union(int a, int b, int time, boolean product) {
    if (journal != null) {
      journal.union(a, b, time);
    }
    if (product && sums == null) {
      sums = parent.clone();
    }
    if (!product && sums != null) {
      sums[find(sums, a)] = find(sums, b);
    }
    int x = find(a);
    int y = find(b);
    if (x == y) {
      return;
    }
    int child = rank[x] < rank[y] ? x : y;
    int root = child == x ? y : x;
    if (rank[x] == rank[y]) {
      rank[root]++;
    }
    parent[child] = root;
    linkedTo[child] = root;
    linkedAt[child] = time;
    frozen[root] |= frozen[child];
  }

  void freeze(int channel) {
    frozen[find(channel)] = true;
  }

  boolean frozen(int channel) {
    return frozen[find(channel)];
  }

  /** The next channel on the way to the root of the uncompressed tree; itself for the root. */
  int linkedTo(int channel) {
    return linkedTo[channel];
  }

  /** When that step was made. */
  int linkedAt(int channel) {
    return linkedAt[channel];
  }
}
