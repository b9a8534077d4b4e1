package io.schedulec.graph.onnx;

import java.util.List;
import java.util.Map;

/**
 * A graph in which calls of functions, and conditions that are known, are what they stand for.
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
    boolean plain = functions.isEmpty();
    for (RawNode node : graph.nodes()) {
      plain &= !node.is("If");
    }
    return plain
        ? new Expanded(graph, Map.of(), List.of())
        : new Inlining(file, graph, Functions.of(file, functions, opsets)).run();
  }
}
