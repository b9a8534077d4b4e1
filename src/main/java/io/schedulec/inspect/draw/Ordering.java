package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Orders the vertices of each row so that lines cross little: everything near what it leads to. */
final class Ordering {
  private static final int SWEEPS = 10;

  private final Grid grid;
  private final int[] place;

  private Ordering(Grid grid) {
    this.grid = grid;
    this.place = new int[grid.vertices()];
  }

  /** The rows of a grid in the best order that was found. */
  static List<List<Integer>> of(Grid grid) {
    Ordering ordering = new Ordering(grid);
    List<List<Integer>> layers = new ArrayList<>();
    grid.layers().forEach(layer -> layers.add(new ArrayList<>(layer)));
    layers.forEach(ordering::number);
    List<List<Integer>> best = copy(layers);
    long fewest = ordering.crossings(layers);
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      ordering.sweep(layers, sweep % 2 == 0);
      long crossings = ordering.crossings(layers);
      if (crossings < fewest) {
        fewest = crossings;
        best = copy(layers);
      }
    }
    return best;
  }

  private static List<List<Integer>> copy(List<List<Integer>> layers) {
    List<List<Integer>> copy = new ArrayList<>();
    layers.forEach(layer -> copy.add(List.copyOf(layer)));
    return copy;
  }

  private void number(List<Integer> layer) {
    for (int i = 0; i < layer.size(); i++) {
      place[layer.get(i)] = i;
    }
  }

  private void sweep(List<List<Integer>> layers, boolean down) {
    for (int i = 0; i < layers.size(); i++) {
      List<Integer> layer = layers.get(down ? i : layers.size() - 1 - i);
      layer.sort(Comparator.comparingDouble(vertex -> middle(vertex, down)));
      number(layer);
    }
  }

  private double middle(int vertex, boolean down) {
    List<Integer> others = down ? grid.above(vertex) : grid.below(vertex);
    double sum = 0;
    for (int other : others) {
      sum += place[other];
    }
    return others.isEmpty() ? place[vertex] : sum / others.size();
  }

  private long crossings(List<List<Integer>> layers) {
    long sum = 0;
    for (int i = 0; i + 1 < layers.size(); i++) {
      sum += crossings(layers.get(i), layers.get(i + 1).size());
    }
    return sum;
  }

  /** Pairs of lines that change sides between two rows, counted as inversions are. */
  private long crossings(List<Integer> layer, int width) {
    long[] tree = new long[width + 1];
    long sum = 0;
    long seen = 0;
    for (int vertex : layer) {
      int[] ends = grid.below(vertex).stream().mapToInt(v -> place[v]).toArray();
      Arrays.sort(ends);
      for (int end : ends) {
        sum += seen - upTo(tree, end + 1);
      }
      for (int end : ends) {
        add(tree, end + 1);
        seen++;
      }
    }
    return sum;
  }

  private static long upTo(long[] tree, int index) {
    long sum = 0;
    for (int i = index; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }

  private static void add(long[] tree, int index) {
    for (int i = index; i < tree.length; i += i & -i) {
      tree[i]++;
    }
  }
}
