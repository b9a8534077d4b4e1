package io.schedulec.graph.shape;

import java.util.List;

/** How one family of operators shapes its outputs. Stateless. */
interface ShapeRule {
  /** The operators of the standard domain that this rule is for. */
  List<String> opTypes();

  /**
   * States what is known of the outputs of a node. Saying nothing leaves them unknown; a rule must
   * not throw, whatever the graph.
   */
  void infer(NodeShapes at);
}
