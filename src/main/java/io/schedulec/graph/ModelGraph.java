package io.schedulec.graph;

import java.util.List;
import java.util.Map;

/**
 * A whole network. Immutable.
 *
 * @param name the model's file name, without folders
 * @param opsets version of each operator domain; the standard domain is the empty string
 * @param nodes all nodes, in an order in which every value is computed before it is used; {@code
 *     Constant} nodes and identities of parameters are not among them
 * @param values all values, by {@link Value#id()}
 * @param inputs what the model is given when it runs, parameters excluded
 * @param outputs what it computes
 * @param notes what a reader of the model should know about how it was read, one sentence each,
 *     e.g. that names were recovered from node scopes
 * @param foldedNormalization whether BatchNorm was folded into the convolutions on export
 */
public record ModelGraph(
    String name,
    Map<String, Long> opsets,
    List<Node> nodes,
    List<Value> values,
    List<Value> inputs,
    List<Value> outputs,
    List<String> notes,
    boolean foldedNormalization) {

  /** Copies the collections. */
  public ModelGraph {
    opsets = Map.copyOf(opsets);
    nodes = List.copyOf(nodes);
    values = List.copyOf(values);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    notes = List.copyOf(notes);
  }

  /** The version of the standard operator set. */
  public long opset() {
    return opsets.getOrDefault("", 0L);
  }

  /** All parameters, in order of their values. */
  public List<Parameter> parameters() {
    return values.stream().flatMap(v -> v.parameter().stream()).toList();
  }
}
