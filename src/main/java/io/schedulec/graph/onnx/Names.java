package io.schedulec.graph.onnx;

/** Finds the framework's names of parameters. */
interface Names {
  /**
   * The name of the parameter that a node uses.
   *
   * @param number number of the node in the file
   * @param node the node
   * @param place which of its inputs the parameter is
   * @param edge the tensor there
   * @param tensor the elements of that tensor
   */
  ParameterName of(int number, RawNode node, int place, Edge edge, RawTensor tensor);

  /** The module a node was traced in; empty where unknown. */
  String scope(int number, RawNode node);

  /** Where the names were recovered from. */
  String source();
}
