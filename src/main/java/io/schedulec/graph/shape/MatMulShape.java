package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matrix product of the last two axes, broadcast over the axes before them. */
final class MatMulShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("MatMul", "MatMulInteger");
  }

  @Override
  public void infer(NodeShapes at) {
    multiply(at, at.shape(0), at.shape(1));
  }

  /** States the output of a product of two matrices, or of two stacks of them. */
  static void multiply(NodeShapes at, long @Nullable [] a, long @Nullable [] b) {
    if (a == null || b == null || a.length == 0 || b.length == 0) {
      return;
    }
    long[] batch = BroadcastShape.broadcast(at.sizes(), batch(a), batch(b));
    int own = (a.length > 1 ? 1 : 0) + (b.length > 1 ? 1 : 0);
    long[] out = Arrays.copyOf(batch, batch.length + own);
    int next = batch.length;
    if (a.length > 1) {
      out[next++] = a[a.length - 2];
    }
    if (b.length > 1) {
      out[next] = b[b.length - 1];
    }
    at.shape(0, out);
  }

  private static long[] batch(long[] shape) {
    return Arrays.copyOf(shape, Math.max(0, shape.length - 2));
  }
}
