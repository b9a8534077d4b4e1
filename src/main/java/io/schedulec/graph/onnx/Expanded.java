package io.schedulec.graph.onnx;

import java.util.List;
import java.util.Map;

/**
 * A graph in which calls of functions, conditions that are known, and what is taken out of a
 * sequence of parts are what they stand for.
 *
 * @param graph the graph; nothing in it calls a function that could be looked into
 * @param sealed the values whose sizes a function or branch counts on, and which it is: a copy of
 *     the file cannot have others
 * @param notes what a reader of the model should know about it, one sentence each
 */
record Expanded(RawGraph graph, Map<String, String> sealed, List<String> notes) {

  /**
   * What a graph stands for.
   *
   * @throws io.schedulec.graph.UnreadableModelException if it stands for no graph
   */
  static Expanded of(
      ModelBytes file, RawGraph graph, List<RawFunction> functions, Map<String, Long> opsets) {
    if (plain(graph, functions)) {
      return new Expanded(graph, Map.of(), List.of());
    }
    Expanded inlined = new Inlining(file, graph, Functions.of(file, functions, opsets)).run();
    RawGraph whole = Sequences.among(file, BodyWeights.among(file, inlined.graph()));
    return new Expanded(whole, inlined.sealed(), inlined.notes());
  }

  private static boolean plain(RawGraph graph, List<RawFunction> functions) {
    for (RawNode node : graph.nodes()) {
      if (!node.bodies().isEmpty() || node.is(Sequences.OPERATOR)) {
        return false;
      }
    }
    return functions.isEmpty();
  }
}
