package io.schedulec.graph.onnx;

import java.util.List;

/**
 * An order of the nodes in which every value is computed before it is used.
 *
 * <p>Nodes keep the order of the file where that is one already, as the format demands.
 */
final class Order {
  private static final int NAMED_IN_CYCLE = 6;

  private final ModelBytes file;
  private final List<RawNode> nodes;
  private final int[][] before;

  private Order(ModelBytes file, List<RawNode> nodes, int[][] before) {
    this.file = file;
    this.nodes = nodes;
    this.before = before;
  }

  /** The numbers of the nodes in order; {@code before} has the nodes that each one needs. */
  static int[] of(ModelBytes file, List<RawNode> nodes, int[][] before) {
    int[] order = new int[nodes.size()];
    boolean sorted = true;
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      for (int earlier : before[i]) {
        sorted &= earlier < i;
      }
    }
    return sorted ? order : new Order(file, nodes, before).sort();
  }

  /** Depth first, with a stack of its own because graphs are deep. */
  private int[] sort() {
    int count = nodes.size();
    int[] order = new int[count];
    int placed = 0;
    int[] next = new int[count];
    boolean[] done = new boolean[count];
    boolean[] open = new boolean[count];
    int[] stack = new int[count];
    for (int root = 0; root < count; root++) {
      int height = 0;
      if (!done[root]) {
        stack[height++] = root;
        open[root] = true;
      }
      while (height > 0) {
        int node = stack[height - 1];
        if (next[node] == before[node].length) {
          done[node] = true;
          open[node] = false;
          order[placed++] = node;
          height--;
          continue;
        }
        int needed = before[node][next[node]++];
        if (open[needed]) {
          throw file.senseless(cycle(stack, height, needed));
        }
        if (!done[needed]) {
          stack[height++] = needed;
          open[needed] = true;
        }
      }
    }
    return order;
  }

  /** Describes the part of the stack from a node upwards, which is a cycle against the arrows. */
  private String cycle(int[] stack, int height, int from) {
    StringBuilder out = new StringBuilder("its nodes form a cycle: ").append(name(from));
    int named = 0;
    for (int i = height - 1; stack[i] != from; i--) {
      if (named++ == NAMED_IN_CYCLE) {
        out.append(" -> ...");
        break;
      }
      out.append(" -> ").append(name(stack[i]));
    }
    return out.append(" -> ").append(name(from)).toString();
  }

  private String name(int node) {
    return NodeNames.of(nodes.get(node), node);
  }
}
