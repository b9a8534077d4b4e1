package io.schedulec.surgery;

import io.schedulec.graph.Node;
import io.schedulec.graph.onnx.NewNode;
import java.util.List;

/**
 * Nodes that only move elements, and others that do in their place.
 *
 * @param gone the nodes that go
 * @param by the nodes that come
 */
record Rerouting(List<Node> gone, List<NewNode> by) {
  /** Copies the lists. */
  Rerouting {
    gone = List.copyOf(gone);
    by = List.copyOf(by);
  }
}
