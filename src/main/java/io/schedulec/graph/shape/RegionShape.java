package io.schedulec.graph.shape;

import java.util.List;

/** Features pooled over regions: one map of fixed size for each region. */
final class RegionShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("RoiAlign", "MaxRoiPool");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] in = at.shape(0);
    long[] regions = at.shape(1);
    long[] pooled = at.attributes().integers("pooled_shape").orElse(new long[2]);
    boolean align = at.opType().equals("RoiAlign");
    long height = align ? at.attributes().integer("output_height", 1) : pooled[0];
    long width = align ? at.attributes().integer("output_width", 1) : pooled[1];
    at.shape(
        0,
        regions == null ? Dimension.UNKNOWN : regions[0],
        in == null ? Dimension.UNKNOWN : in[1],
        height,
        width);
  }
}
