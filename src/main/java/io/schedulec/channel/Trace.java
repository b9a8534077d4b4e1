package io.schedulec.channel;

import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;

/**
 * A way from a tensor to another along which each node joins the channels of two of its tensors.
 *
 * @param start the tensor it starts at
 * @param steps the nodes on the way, each with the tensor it leads to
 */
public record Trace(Value start, List<Step> steps) {
  /** Copies the steps. */
  public Trace {
    steps = List.copyOf(steps);
  }

  /**
   * A step of the way.
   *
   * @param node the node
   * @param tensor the tensor that it leads to, one of its inputs or outputs as is the one before
   */
  public record Step(Node node, Value tensor) {}

  /** The tensor it ends at. */
  public Value end() {
    return steps.isEmpty() ? start : steps.get(steps.size() - 1).tensor();
  }

  /** The tensor before a step. */
  public Value before(int step) {
    return step == 0 ? start : steps.get(step - 1).tensor();
  }
}
