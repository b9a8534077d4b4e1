package io.schedulec.graph.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cutting a tensor in parts along one axis. */
final class SplitShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Split");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    int axis = at.axis("axis", 0, in.length);
    if (axis < 0 || axis >= in.length) {
      return;
    }
    long[] parts = at.list("split", 1);
    boolean listed = at.attributes().has("split") || at.has(1);
    for (int i = 0; i < at.outputCount(); i++) {
      long[] out = in.clone();
      out[axis] = listed ? listed(parts, i) : even(in[axis], at.outputCount(), i);
      at.shape(i, out);
    }
  }

  private static long listed(long @Nullable [] parts, int part) {
    return parts == null || part >= parts.length ? Dimension.UNKNOWN : parts[part];
  }

  /** Equal parts, of which the last may be smaller. */
  static long even(long size, int parts, int part) {
    if (!Dimension.known(size)) {
      return Dimension.UNKNOWN;
    }
    long each = -Math.floorDiv(-size, parts);
    return Math.max(0, Math.min(each, size - part * each));
  }
}
