package io.schedulec.inspect.draw;

import java.util.Arrays;
import java.util.List;

/**
 * Gives every vertex of a grid its place from left to right: near what it is tied to, in the order
 * of its row, and never closer to its neighbour than their widths allow.
 */
final class Spacing {
  private static final int ROUNDS = 24;
  private static final double GAP = 22;
  private static final double LINE_GAP = 12;
  private static final double PINNED = 1e9;

  private final Grid grid;
  private final List<List<Integer>> layers;
  private final double[] widths;
  private final double[] in;
  private final double[] out;
  private final boolean[] pinned;
  private final double[] x;
  private final int[] positions;

  private Spacing(
      Grid grid, List<List<Integer>> layers, double[] widths, double[] in, double[] out) {
    this.grid = grid;
    this.layers = layers;
    this.widths = widths;
    this.in = in;
    this.out = out;
    this.pinned = Spine.of(grid);
    this.x = new double[grid.vertices()];
    this.positions = new int[grid.vertices()];
    for (List<Integer> layer : layers) {
      for (int i = 0; i < layer.size(); i++) {
        positions[layer.get(i)] = i;
      }
    }
  }

  /**
   * The middle of every vertex; the leftmost edge is at 0.
   *
   * @param in how far from the middle of a vertex lines come in
   * @param out how far from the middle of a vertex lines go out
   */
  static double[] of(
      Grid grid, List<List<Integer>> layers, double[] widths, double[] in, double[] out) {
    Spacing spacing = new Spacing(grid, layers, widths, in, out);
    for (int round = 0; round < ROUNDS; round++) {
      boolean last = round >= ROUNDS - 6;
      for (int i = 0; i < layers.size(); i++) {
        boolean down = round % 2 == 0;
        List<Integer> layer = layers.get(down ? i : layers.size() - 1 - i);
        spacing.settle(layer, last || down, last || !down);
      }
    }
    spacing.straighten();
    return spacing.fromZero();
  }

  private void settle(List<Integer> layer, boolean above, boolean below) {
    double[] goals = new double[layer.size()];
    double[] weights = new double[layer.size()];
    for (int i = 0; i < goals.length; i++) {
      int vertex = layer.get(i);
      double weight = 0;
      double sum = 0;
      for (int other : above ? grid.above(vertex) : List.<Integer>of()) {
        weight += pull(vertex, other);
        sum += pull(vertex, other) * (x[other] + out[other] - in[vertex]);
      }
      for (int other : below ? grid.below(vertex) : List.<Integer>of()) {
        weight += pull(vertex, other);
        sum += pull(vertex, other) * (x[other] + in[other] - out[vertex]);
      }
      goals[i] = pinned[vertex] ? -in[vertex] : weight > 0 ? sum / weight : x[vertex];
      weights[i] = pinned[vertex] ? PINNED : Math.max(weight, 0.1);
    }
    place(layer, goals, weights);
  }

  /** Lines between rows are to be straight, and boxes that follow each other in line. */
  private double pull(int vertex, int other) {
    return grid.cell(vertex) == grid.cell(other) ? 8 : 1;
  }

  /**
   * The places nearest to all goals that keep the distances: neighbours that collide are pooled.
   */
  private void place(List<Integer> layer, double[] goals, double[] weights) {
    double[] offsets = offsets(layer);
    int pools = 0;
    double[] value = new double[goals.length];
    double[] mass = new double[goals.length];
    int[] size = new int[goals.length];
    for (int i = 0; i < goals.length; i++) {
      value[pools] = goals[i] - offsets[i];
      mass[pools] = weights[i];
      size[pools++] = 1;
      while (pools > 1 && value[pools - 2] > value[pools - 1]) {
        pools--;
        double sum = mass[pools - 1] + mass[pools];
        value[pools - 1] = (value[pools - 1] * mass[pools - 1] + value[pools] * mass[pools]) / sum;
        mass[pools - 1] = sum;
        size[pools - 1] += size[pools];
      }
    }
    int next = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int i = 0; i < size[pool]; i++, next++) {
        x[layer.get(next)] = value[pool] + offsets[next];
      }
    }
  }

  private double[] offsets(List<Integer> layer) {
    double[] offsets = new double[layer.size()];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offsets[i - 1] + distance(layer.get(i - 1), layer.get(i));
    }
    return offsets;
  }

  private double distance(int left, int right) {
    boolean lines = !grid.cell(left) || !grid.cell(right);
    return (widths[left] + widths[right]) / 2 + (lines ? LINE_GAP : GAP);
  }

  /** Makes each line one vertical where there is room for that in every row that it passes. */
  private void straighten() {
    for (int number = 0; number < grid.level().strands().size(); number++) {
      if (!grid.way(number).isEmpty()) {
        straighten(grid.level().strands().get(number), grid.way(number));
      }
    }
  }

  /** Best below its beginning, next above its end, else between. */
  private void straighten(Strand strand, List<Integer> way) {
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int vertex : way) {
      from = Math.max(from, lowest(vertex));
      to = Math.min(to, highest(vertex));
      sum += x[vertex];
    }
    double begin = x[strand.from()] + out[strand.from()];
    double end = x[strand.to()] + in[strand.to()];
    if (from <= to) {
      boolean below = from <= begin && begin <= to;
      double goal = from <= end && end <= to ? end : sum / way.size();
      double common = below ? begin : Math.max(from, Math.min(to, goal));
      way.forEach(vertex -> x[vertex] = common);
    }
  }

  private double lowest(int vertex) {
    int at = positions[vertex];
    if (at == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    int left = layers.get(grid.rank(vertex)).get(at - 1);
    return x[left] + distance(left, vertex);
  }

  private double highest(int vertex) {
    int at = positions[vertex];
    List<Integer> layer = layers.get(grid.rank(vertex));
    if (at == layer.size() - 1) {
      return Double.POSITIVE_INFINITY;
    }
    int right = layer.get(at + 1);
    return x[right] - distance(vertex, right);
  }

  private double[] fromZero() {
    double left = Double.POSITIVE_INFINITY;
    for (int vertex = 0; vertex < x.length; vertex++) {
      left = Math.min(left, x[vertex] - widths[vertex] / 2);
    }
    double shift = left;
    return Arrays.stream(x).map(middle -> middle - shift).toArray();
  }
}
