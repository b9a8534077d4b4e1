package io.schedulec.graph.pt2;

import java.util.List;

/** What a family of PyTorch's operators is in terms of ONNX. */
interface Operator {
  /** The operators, without overload and without the underscore of those that work in place. */
  List<String> names();

  /**
   * Makes the nodes that compute what a call does.
   *
   * @throws NotMapped if standard operators do not; what was made is then taken back
   */
  void map(Call call);
}
