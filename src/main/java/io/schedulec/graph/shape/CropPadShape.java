package io.schedulec.graph.shape;

import java.util.List;

/** Cropping or padding at both ends to a given size. */
final class CropPadShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("CenterCropPad");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    Integers target = at.contents(1);
    long[] axes = at.attributes().integers("axes").orElse(null);
    long[] out = in.clone();
    for (int i = 0; i < (axes == null ? in.length : axes.length); i++) {
      int axis = axes == null ? i : NodeShapes.normal(axes[i], in.length);
      out[axis] = target == null ? Dimension.UNKNOWN : target.get(i);
    }
    at.shape(0, out);
  }
}
