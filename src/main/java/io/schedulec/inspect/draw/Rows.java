package io.schedulec.inspect.draw;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** How high the rows of a level are, and how much air there is between them. */
final class Rows {
  private static final double STRIP = 14;
  private static final double GAP = 20;
  private static final double MOST_GAP = 56;

  private final double[] tops;
  private final double[] heights;
  private final double[] strips;

  /**
   * Places rows below each other.
   *
   * @param layers the vertices of each row
   * @param heights the height of each vertex
   * @param labelled whether there are numbers below a vertex
   * @param reach how far to the side lines go from a vertex to the next row
   */
  Rows(
      List<List<Integer>> layers,
      double[] heights,
      IntPredicate labelled,
      IntToDoubleFunction reach) {
    int rows = layers.size();
    this.tops = new double[rows];
    this.heights = new double[rows];
    this.strips = new double[rows];
    double y = 0;
    for (int row = 0; row < rows; row++) {
      double far = 0;
      for (int vertex : layers.get(row)) {
        this.heights[row] = Math.max(this.heights[row], heights[vertex]);
        strips[row] = labelled.test(vertex) ? STRIP : strips[row];
        far = Math.max(far, reach.applyAsDouble(vertex));
      }
      tops[row] = y;
      boolean last = row + 1 == rows - 1 && flat(layers.get(rows - 1), heights);
      y = leave(row) + (last && far < 1 ? 4 : Math.min(MOST_GAP, GAP + far / 12));
    }
  }

  private static boolean flat(List<Integer> layer, double[] heights) {
    return layer.stream().allMatch(vertex -> heights[vertex] == 0);
  }

  double top(int row) {
    return tops[row];
  }

  double height(int row) {
    return heights[row];
  }

  /** Where lines may begin to go to the side. */
  double leave(int row) {
    return tops[row] + heights[row] + strips[row];
  }

  /** The lower edge of everything. */
  double bottom() {
    return tops.length == 0 ? 0 : leave(tops.length - 1);
  }
}
