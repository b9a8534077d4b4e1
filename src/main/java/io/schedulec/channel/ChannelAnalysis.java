package io.schedulec.channel;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.ShapeTable;

/** Finds out which channels of a model live and die together. */
public final class ChannelAnalysis {
  private ChannelAnalysis() {}

  /**
   * All groups of a model. What is not understood is frozen.
   *
   * @throws io.schedulec.graph.UnreadableModelException if a model claims to have more channels
   *     than can be numbered
   */
  public static ChannelSpaces of(ModelGraph graph, ShapeTable shapes) {
    Statements statements = ChannelSolver.solve(graph, shapes);
    // In large models the values' axes take as much memory as the groups will.
    statements.forgetValues();
    return new GroupBuilder(graph, statements).build();
  }
}
