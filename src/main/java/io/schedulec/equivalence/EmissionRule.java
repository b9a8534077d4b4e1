package io.schedulec.equivalence;

import io.schedulec.graph.Node;
import java.util.List;

/** What a family of operators makes of a removed channel. */
interface EmissionRule {
  /** The operators this rule is for. */
  List<String> opTypes();

  /**
   * The number that every element of a removed channel has in a node's first output, for every
   * sample and position; NaN where they differ or nothing is known.
   *
   * @param channel a removed channel that the output has
   */
  double emit(Node node, int channel, Flow flow);
}
