package io.schedulec.graph.shape;

import java.util.List;

/** What is chosen by contents: slices by a mask, different elements, boxes that do not overlap. */
final class SelectionShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Compress", "Unique", "NonMaxSuppression");
  }

  @Override
  public void infer(NodeShapes at) {
    switch (at.opType()) {
      case "Compress" -> chosen(at);
      case "Unique" -> different(at);
      default -> at.shape(0, Dimension.UNKNOWN, 3);
    }
  }

  private static void chosen(NodeShapes at) {
    long[] in = at.shape(0);
    long[] mask = at.known(1);
    long count = mask == null ? Dimension.UNKNOWN : 0;
    for (int i = 0; mask != null && i < mask.length; i++) {
      count += mask[i] == 0 ? 0 : 1;
    }
    if (!at.attributes().has("axis")) {
      at.shape(0, count);
    } else if (in != null) {
      long[] out = in.clone();
      out[at.axis("axis", 0, in.length)] = count;
      at.shape(0, out);
    }
  }

  /** Indices and counts are vectors; the inverse has an entry for each slice or element. */
  private static void different(NodeShapes at) {
    long[] in = at.shape(0);
    at.shape(1, Dimension.UNKNOWN);
    at.shape(2, Dimension.UNKNOWN);
    at.shape(3, Dimension.UNKNOWN);
    if (!at.attributes().has("axis")) {
      at.shape(0, Dimension.UNKNOWN);
      if (in != null) {
        at.shape(2, at.sizes().product(in, 0, in.length));
      }
    } else if (in != null) {
      int axis = at.axis("axis", 0, in.length);
      long[] out = in.clone();
      out[axis] = Dimension.UNKNOWN;
      at.shape(0, out);
      at.shape(2, in[axis]);
    }
  }
}
