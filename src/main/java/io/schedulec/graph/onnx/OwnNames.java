package io.schedulec.graph.onnx;

/** Names of files whose tensors bear the names of their parameters. */
final class OwnNames implements Names {
  @Override
  public ParameterName of(int node, int place, Edge edge, RawTensor tensor) {
    return ParameterName.own(edge.name());
  }

  @Override
  public String scope(int node) {
    return "";
  }
}
