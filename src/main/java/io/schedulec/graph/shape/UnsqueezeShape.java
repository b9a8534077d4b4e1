package io.schedulec.graph.shape;

import java.util.Arrays;
import java.util.List;

/** Inserting axes of size one; the axes are numbered as in the output. */
final class UnsqueezeShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Unsqueeze");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    long[] axes = at.list("axes", 1);
    if (in == null || axes == null) {
      return;
    }
    long[] out = new long[in.length + axes.length];
    Arrays.fill(out, Dimension.UNKNOWN);
    for (long axis : axes) {
      int place = NodeShapes.normal(axis, out.length);
      if (place < 0 || place >= out.length) {
        return;
      }
      out[place] = 1;
    }
    int next = 0;
    for (int i = 0; i < out.length && next < in.length; i++) {
      out[i] = out[i] == 1 ? 1 : in[next++];
    }
    at.shape(0, out);
    Integers elements = at.contents(0);
    if (elements != null && Dimension.count(out) == elements.count()) {
      at.contents(elements.reshaped(out));
    }
  }
}
