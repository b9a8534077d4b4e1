package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Broadcasting to a given shape. */
final class ExpandShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Expand");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    Integers target = at.contents(1);
    long[] targetShape = at.shape(1);
    if (in == null) {
      return;
    }
    if (target == null) {
      unknown(at, in, targetShape);
      return;
    }
    long[] out = BroadcastShape.broadcast(at.sizes(), in, sizes(at, target));
    at.shape(0, out);
    Integers elements = at.contents(0);
    if (elements != null && at.fits(out)) {
      at.contents(Gathering.expand(elements, out));
    }
  }

  /** Some exporters write -1 for a size that stays. */
  private static long[] sizes(NodeShapes at, Integers target) {
    long[] sizes = target.elements();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = sizes[i] == -1 ? 1 : at.sizes().certain(sizes[i]);
    }
    return sizes;
  }

  private static void unknown(NodeShapes at, long[] in, long @Nullable [] targetShape) {
    if (targetShape != null && targetShape.length == 1 && Dimension.known(targetShape[0])) {
      long[] out = new long[Math.max(in.length, (int) targetShape[0])];
      Arrays.fill(out, Dimension.UNKNOWN);
      at.shape(0, out);
    }
  }
}
