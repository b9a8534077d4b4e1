package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adding, or with negative numbers cutting, at both ends of axes. */
final class PadShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Pad");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    long[] out = in.clone();
    long[] pads = pads(at);
    long[] axes = at.known(3);
    if (pads == null || (axes == null && at.has(3))) {
      Arrays.fill(out, Dimension.UNKNOWN);
      at.shape(0, out);
      return;
    }
    int count = pads.length / 2;
    for (int i = 0; i < count; i++) {
      int axis = axes == null || i >= axes.length ? i : NodeShapes.normal(axes[i], in.length);
      if (axis >= 0 && axis < out.length) {
        out[axis] = at.sizes().plus(at.sizes().plus(out[axis], pads[i]), pads[i + count]);
      }
    }
    at.shape(0, out);
  }

  /** What is added, some of it perhaps unknown; null where nothing is known of it. */
  private static long @Nullable [] pads(NodeShapes at) {
    long[] own = at.attributes().integers("pads").orElse(null);
    Integers given = at.contents(1);
    return own != null ? own : given == null ? null : given.elements();
  }
}
