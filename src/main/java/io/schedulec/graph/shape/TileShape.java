package io.schedulec.graph.shape;

import java.util.List;

/** Repeating along each axis. */
final class TileShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Tile");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    Integers repeats = at.contents(1);
    long[] out = in.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] =
          repeats != null && i < repeats.count()
              ? Dimension.times(in[i], repeats.get(i))
              : Dimension.UNKNOWN;
    }
    at.shape(0, out);
  }
}
