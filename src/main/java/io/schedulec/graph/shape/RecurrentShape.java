package io.schedulec.graph.shape;

import io.schedulec.graph.Attributes;
import java.util.List;

/**
 * Recurrent layers: [sequence, batch, features] to [sequence, directions, batch, hidden], and the
 * last states as [directions, batch, hidden]. With {@code layout} 1 the batch comes first.
 */
final class RecurrentShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("LSTM", "GRU", "RNN");
  }

  @Override
  public void infer(NodeShapes at) {
    Attributes attributes = at.attributes();
    boolean batchFirst = attributes.integer("layout", 0) != 0;
    long length = size(at, 0, batchFirst ? 1 : 0);
    long batch = size(at, 0, batchFirst ? 0 : 1);
    long directions = attributes.text("direction", "forward").equals("bidirectional") ? 2 : 1;
    long hidden = attributes.integer("hidden_size", size(at, 2, 2));
    if (batchFirst) {
      at.shape(0, batch, length, directions, hidden);
    } else {
      at.shape(0, length, directions, batch, hidden);
    }
    for (int i = 1; i < at.outputCount(); i++) {
      at.shape(i, batchFirst ? batch : directions, batchFirst ? directions : batch, hidden);
    }
  }

  private static long size(NodeShapes at, int place, int axis) {
    long[] shape = at.shape(place);
    return shape == null || shape.length != 3 ? Dimension.UNKNOWN : shape[axis];
  }
}
