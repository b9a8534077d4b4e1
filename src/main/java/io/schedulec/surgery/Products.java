package io.schedulec.surgery;

import io.schedulec.graph.Value;

/** Matrix products: both factors lose the same of what is multiplied away. */
final class Products {
  /** What is multiplied away. */
  private static final int INNER = 1000;

  private Products() {}

  /** Two matrices, perhaps transposed, and what is added. */
  static void gemm(CutNode at) {
    Value out = at.out();
    boolean columns = at.node().attributes().integer("transA", 0) != 0;
    boolean rows = at.node().attributes().integer("transB", 0) != 0;
    Labels labels =
        new Labels(at)
            .operand(0, columns ? new int[] {INNER, 0} : new int[] {0, INNER})
            .operand(1, rows ? new int[] {1, INNER} : new int[] {INNER, 1});
    if (at.node().input(2).isPresent()) {
      labels.operand(2, Labels.aligned(at, at.in(2), out));
    }
    labels.result(out, 0, 1);
  }

  /** The last two axes are multiplied, those before are broadcast. */
  static void matMul(CutNode at) {
    Value a = at.in(0);
    Value b = at.in(1);
    Value out = at.out();
    int rank = at.shape(out).rank();
    int rankOfA = at.shape(a).rank();
    int rankOfB = at.shape(b).rank();
    int[] left = new int[rankOfA];
    int[] right = new int[rankOfB];
    int column = rankOfB > 1 ? rank - 1 : rank;
    left[rankOfA - 1] = INNER;
    right[Math.max(0, rankOfB - 2)] = INNER;
    if (rankOfB > 1) {
      right[rankOfB - 1] = column;
    }
    if (rankOfA > 1) {
      left[rankOfA - 2] = column - 1;
    }
    int batch = column - (rankOfA > 1 ? 1 : 0);
    align(at, a, left, batch);
    align(at, b, right, batch);
    new Labels(at).operand(0, left).operand(1, right).result(out, Labels.plain(rank));
  }

  /** The axes before the matrix are aligned at the last of them. */
  private static void align(CutNode at, Value factor, int[] labels, int batch) {
    for (int axis = 0; axis < labels.length - 2; axis++) {
      int target = axis + batch - (labels.length - 2);
      boolean same = target >= 0 && at.sameSize(factor, axis, at.out(), target);
      labels[axis] = same ? target : Labels.NONE;
    }
  }
}
