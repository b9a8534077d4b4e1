package io.schedulec.graph.onnx;

/** Names of nodes, which files may leave out. */
final class NodeNames {
  private NodeNames() {}

  /** The name of the node with this number in the file. */
  static String of(RawNode node, int index) {
    return node.name().isEmpty()
        ? node.opType().concat("_").concat(Integer.toString(index))
        : node.name();
  }
}
