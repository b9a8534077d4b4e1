package io.schedulec.graph.shape;

import java.util.List;

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
    for (int i = 0; i < at.outputCount(); i++) {
      long[] out = in.clone();
      out[axis] = part(at, in[axis], i);
      at.shape(i, out);
    }
  }

  private static long part(NodeShapes at, long size, int part) {
    long[] own = at.attributes().integers("split").orElse(null);
    Integers given = at.contents(1);
    if (own != null) {
      return part < own.length ? own[part] : Dimension.UNKNOWN;
    }
    if (at.has(1)) {
      return given != null && part < given.count()
          ? at.sizes().certain(given.get(part))
          : Dimension.UNKNOWN;
    }
    long parts = at.attributes().integer("num_outputs", at.outputCount());
    return parts < 1 ? Dimension.UNKNOWN : even(at.sizes(), size, parts, part);
  }

  /** Equal parts, of which the last may be smaller. */
  static long even(Sizes sizes, long size, long parts, int part) {
    long each = sizes.over(sizes.plus(size, parts - 1), parts);
    if (Dimension.known(size) && Dimension.known(each)) {
      return Math.max(0, Math.min(each, size - part * each));
    }
    boolean evenly = Dimension.same(sizes.times(each, parts), size);
    return evenly || part < parts - 1 ? each : sizes.minus(size, sizes.times(each, parts - 1));
  }
}
