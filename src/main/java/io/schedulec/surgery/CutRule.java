package io.schedulec.surgery;

/** How one family of operators passes a cut on. Stateless. */
@FunctionalInterface
interface CutRule {
  /**
   * States what goes of the outputs of a node, and what the node has to be told.
   *
   * @throws CannotCutException if the node cannot work on what remains
   */
  void follow(CutNode at);
}
