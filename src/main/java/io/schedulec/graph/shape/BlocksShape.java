package io.schedulec.graph.shape;

import java.util.List;

/** Moving square blocks between the channel axis and the spatial axes. */
final class BlocksShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("DepthToSpace", "SpaceToDepth");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    long block = at.attributes().integer("blocksize", 1);
    if (in == null || in.length != 4) {
      return;
    }
    if (at.opType().equals("DepthToSpace")) {
      at.shape(
          0,
          in[0],
          Dimension.over(in[1], block * block),
          Dimension.times(in[2], block),
          Dimension.times(in[3], block));
    } else {
      at.shape(
          0,
          in[0],
          Dimension.times(in[1], block * block),
          Dimension.over(in[2], block),
          Dimension.over(in[3], block));
    }
  }
}
