package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dropping axes of size one. */
final class SqueezeShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Squeeze");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    long[] axes = at.list("axes", 1);
    if (axes == null && (at.has(1) || !Dimension.known(in))) {
      return;
    }
    boolean[] dropped = dropped(in, axes);
    long[] out = new long[in.length];
    int rank = 0;
    for (int i = 0; i < in.length; i++) {
      if (!dropped[i]) {
        out[rank++] = in[i];
      }
    }
    out = Arrays.copyOf(out, rank);
    at.shape(0, out);
    Integers elements = at.contents(0);
    if (elements != null && Dimension.count(out) == elements.count()) {
      at.contents(elements.reshaped(out));
    }
  }

  private static boolean[] dropped(long[] in, long @Nullable [] axes) {
    boolean[] dropped = new boolean[in.length];
    for (int i = 0; axes == null && i < in.length; i++) {
      dropped[i] = in[i] == 1;
    }
    for (int i = 0; axes != null && i < axes.length; i++) {
      int axis = NodeShapes.normal(axes[i], in.length);
      if (axis >= 0 && axis < in.length) {
        dropped[axis] = true;
      }
    }
    return dropped;
  }
}
