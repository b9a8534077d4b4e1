package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * The vertices that stand on one vertical: the longest way from top to bottom, except where three
 * or more ways go side by side, none of which is the main one.
 */
final class Spine {
  private final Grid grid;
  private final boolean[] pinned;

  private Spine(Grid grid) {
    this.grid = grid;
    this.pinned = new boolean[grid.vertices()];
  }

  /** For each vertex whether it is one of them. */
  static boolean[] of(Grid grid) {
    Spine spine = new Spine(grid);
    List<Integer> way = spine.longest();
    List<Integer> part = new ArrayList<>();
    for (int vertex : way) {
      part.add(vertex);
      if (grid.layers().get(grid.rank(vertex)).size() == 1) {
        spine.pin(part);
        part.clear();
      }
    }
    spine.pin(part);
    return spine.pinned;
  }

  /** Pins one part of the way, which ends where nothing is beside it. */
  private void pin(List<Integer> part) {
    int most = 0;
    for (int vertex : part) {
      most = Math.max(most, cells(vertex));
    }
    for (int vertex : part) {
      boolean alone = grid.layers().get(grid.rank(vertex)).size() == 1;
      pinned[vertex] = alone || most <= 2;
    }
  }

  private int cells(int vertex) {
    int cells = 0;
    for (int other : grid.layers().get(grid.rank(vertex))) {
      cells += grid.cell(other) ? 1 : 0;
    }
    return cells;
  }

  /** The way with most cells, from top to bottom. */
  private List<Integer> longest() {
    int[] length = new int[grid.vertices()];
    int[] next = new int[grid.vertices()];
    int start = -1;
    for (int rank = grid.layers().size() - 1; rank >= 0; rank--) {
      for (int vertex : grid.layers().get(rank)) {
        next[vertex] = -1;
        for (int below : grid.below(vertex)) {
          if (next[vertex] < 0 || length[below] > length[next[vertex]]) {
            next[vertex] = below;
          }
        }
        int rest = next[vertex] < 0 ? 0 : length[next[vertex]];
        length[vertex] = rest + (grid.cell(vertex) ? 1 : 0);
        start = start < 0 || length[vertex] >= length[start] ? vertex : start;
      }
    }
    List<Integer> way = new ArrayList<>();
    for (int vertex = start; vertex >= 0; vertex = next[vertex]) {
      way.add(vertex);
    }
    return way;
  }
}
