package io.schedulec.kernel;

import io.schedulec.plan.Criterion;
import java.util.Arrays;

/**
 * Scores of the structures of one axis.
 *
 * <p>A tensor is read as {@code outer} times {@code structures} runs of {@code inner} neighbours;
 * the score of a structure adds up its runs, one of each outer index. Runs are read whole, or in
 * pieces that begin where the run does, so that a score depends on the weights of its structure and
 * on nothing else.
 */
final class Scores {
  /** Weights that are read at a time: 3 KiB of floats, measured as fastest. */
  private static final int PIECE = 768;

  private final Numbers numbers;
  private final boolean squares;
  private final double factor;
  private final int inner;
  private final double[] sums;
  private final float[] floats;
  private final double[] doubles;

  private Scores(Dense tensor, int axis, Criterion criterion) {
    numbers = tensor.numbers();
    squares = criterion == Criterion.L2;
    factor = numbers.fitFloats() ? 1 : tensor.factorToOne();
    inner = tensor.inner(axis);
    sums = new double[tensor.size(axis)];
    floats = new float[numbers.fitFloats() ? PIECE : 0];
    doubles = new double[numbers.fitFloats() ? 0 : PIECE];
  }

  /**
   * A score for each structure, the lowest for what is removed first; not a finite number where a
   * weight is none.
   *
   * <p>Weights that are doubles are scaled by a power of two, so that their squares neither
   * overflow nor vanish.
   */
  static double[] of(Dense tensor, int axis, Criterion criterion) {
    Scores scores = new Scores(tensor, axis, criterion);
    int outer = tensor.outer(axis);
    if (scores.inner > 0) {
      if (scores.inner == 1 && scores.numbers.fitFloats()) {
        scores.addRows(outer);
      } else {
        scores.addRuns(outer * scores.sums.length);
      }
    }
    return scores.finished();
  }

  private double[] finished() {
    if (squares) {
      Arrays.setAll(sums, i -> Math.sqrt(sums[i]));
    }
    return sums;
  }

  /** Where each structure has one weight in a row, rows are added up. */
  private void addRows(int rows) {
    for (int row = 0; row < rows; row++) {
      for (int first = 0; first < sums.length; first += PIECE) {
        int count = Math.min(PIECE, sums.length - first);
        numbers.floats(row * sums.length + first, floats, count);
        if (squares) {
          Sums.addSquares(floats, count, sums, first);
        } else {
          Sums.addMagnitudes(floats, count, sums, first);
        }
      }
    }
  }

  private void addRuns(int runs) {
    int together = Math.max(1, PIECE / inner);
    for (int run = 0; run < runs; run += together) {
      if (inner > PIECE) {
        addLongRun(run);
      } else {
        addShortRuns(run, Math.min(together, runs - run));
      }
    }
  }

  private void addLongRun(int run) {
    for (int done = 0; done < inner; done += PIECE) {
      int count = Math.min(PIECE, inner - done);
      read(run * inner + done, count);
      sums[run % sums.length] += sum(0, count);
    }
  }

  private void addShortRuns(int first, int count) {
    read(first * inner, count * inner);
    for (int i = 0; i < count; i++) {
      sums[(first + i) % sums.length] += sum(i * inner, (i + 1) * inner);
    }
  }

  private void read(int from, int count) {
    if (numbers.fitFloats()) {
      numbers.floats(from, floats, count);
    } else {
      numbers.doubles(from, factor, doubles, count);
    }
  }

  private double sum(int from, int to) {
    if (numbers.fitFloats()) {
      return squares ? Sums.squares(floats, from, to) : Sums.magnitudes(floats, from, to);
    }
    return squares ? Sums.squares(doubles, from, to) : Sums.magnitudes(doubles, from, to);
  }
}
