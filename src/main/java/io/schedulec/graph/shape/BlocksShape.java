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
          at.sizes().over(in[1], block * block),
          at.sizes().times(in[2], block),
          at.sizes().times(in[3], block));
    } else {
      at.shape(
          0,
          in[0],
          at.sizes().times(in[1], block * block),
          at.sizes().over(in[2], block),
          at.sizes().over(in[3], block));
    }
  }
}
