package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;

/** Columns of image blocks put together again: [N, C x block, L] to [N, C, image...]. */
final class ColumnsShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Col2Im");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    Integers image = at.contents(1);
    Integers block = at.contents(2);
    int axes = image != null ? image.count() : block != null ? block.count() : 0;
    if (axes == 0) {
      return;
    }
    long[] out = new long[axes + 2];
    Arrays.fill(out, Dimension.UNKNOWN);
    if (in != null && in.length == 3) {
      out[0] = in[0];
      out[1] = block == null ? Dimension.UNKNOWN : channels(at.sizes(), in[1], block);
    }
    for (int i = 0; image != null && i < axes; i++) {
      out[i + 2] = image.get(i);
    }
    at.shape(0, out);
  }

  private static long channels(Sizes sizes, long rows, Integers block) {
    return sizes.over(rows, sizes.product(block.elements(), 0, block.count()));
  }
}
