package io.schedulec.inspect.draw;

import java.util.List;

/**
 * The immediate dominators of a graph without circles, in time O(n log n).
 *
 * <p>Nodes are numbered so that each comes after those before it. What nothing comes before hangs
 * on a root, whose number is -1.
 */
final class Dominators {
  private static final int ROOT = 0;

  private final int[] parent;
  private final int[] jump;
  private final int[] depth;

  private Dominators(int nodes) {
    parent = new int[nodes + 1];
    jump = new int[nodes + 1];
    depth = new int[nodes + 1];
  }

  /** For each node the last that every way to it leads through, or -1. */
  static int[] of(List<List<Integer>> before) {
    Dominators tree = new Dominators(before.size());
    int[] dominators = new int[before.size()];
    for (int node = 0; node < dominators.length; node++) {
      int common = -1;
      for (int other : before.get(node)) {
        common = common < 0 ? other + 1 : tree.common(common, other + 1);
      }
      tree.add(node + 1, Math.max(common, ROOT));
      dominators[node] = tree.parent[node + 1] - 1;
    }
    return dominators;
  }

  /** The same against the direction of the lines. */
  static int[] after(List<List<Integer>> after) {
    int last = after.size() - 1;
    int[] mirrored =
        of(
            java.util.stream.IntStream.rangeClosed(0, last)
                .mapToObj(i -> after.get(last - i).stream().map(n -> last - n).toList())
                .toList());
    int[] dominators = new int[mirrored.length];
    for (int node = 0; node < mirrored.length; node++) {
      int mirror = mirrored[last - node];
      dominators[node] = mirror < 0 ? -1 : last - mirror;
    }
    return dominators;
  }

  /** A jump skips so many ancestors that going up takes a logarithm of the depth. */
  private void add(int node, int above) {
    parent[node] = above;
    depth[node] = depth[above] + 1;
    int far = jump[above];
    boolean even = depth[above] - depth[far] == depth[far] - depth[jump[far]];
    jump[node] = even ? jump[far] : above;
  }

  private int common(int a, int b) {
    int low = depth[a] >= depth[b] ? a : b;
    int high = low == a ? b : a;
    while (depth[low] > depth[high]) {
      low = depth[jump[low]] >= depth[high] ? jump[low] : parent[low];
    }
    while (low != high) {
      boolean apart = jump[low] != jump[high];
      low = apart ? jump[low] : parent[low];
      high = apart ? jump[high] : parent[high];
    }
    return low;
  }
}
