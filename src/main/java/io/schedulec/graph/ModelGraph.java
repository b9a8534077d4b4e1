package io.schedulec.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param declared what is said of operators that are not known, by {@link DeclaredOperator#name()};
 *     only of those that it has
 */
public record ModelGraph(
    String name,
    Map<String, Long> opsets,
    List<Node> nodes,
    List<Value> values,
    List<Value> inputs,
    List<Value> outputs,
    List<String> notes,
    boolean foldedNormalization,
    Map<String, DeclaredOperator> declared) {

  /** Copies the collections. */
  public ModelGraph {
    opsets = Map.copyOf(opsets);
    nodes = List.copyOf(nodes);
    values = List.copyOf(values);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    notes = List.copyOf(notes);
    declared = Map.copyOf(declared);
  }

  /** A network of whose operators nothing is said. */
  public ModelGraph(
      String name,
      Map<String, Long> opsets,
      List<Node> nodes,
      List<Value> values,
      List<Value> inputs,
      List<Value> outputs,
      List<String> notes,
      boolean foldedNormalization) {
    this(name, opsets, nodes, values, inputs, outputs, notes, foldedNormalization, Map.of());
  }

  /** This network, with what is said of its operators; what is said of others does not count. */
  public ModelGraph declaring(Collection<DeclaredOperator> operators) {
    if (operators.isEmpty()) {
      return this;
    }
    Map<String, DeclaredOperator> byName = new HashMap<>();
    operators.forEach(operator -> byName.put(operator.name(), operator));
    Map<String, DeclaredOperator> used = new HashMap<>();
    for (Node node : nodes) {
      DeclaredOperator operator = byName.get(operator(node));
      if (operator != null) {
        used.put(operator.name(), operator);
      }
    }
    return new ModelGraph(
        name, opsets, nodes, values, inputs, outputs, notes, foldedNormalization, used);
  }

  /** What is said of the operator of a node. */
  public Optional<DeclaredOperator> declared(Node node) {
    return declared.isEmpty() || node.attributes().hasSubgraph()
        ? Optional.empty()
        : Optional.ofNullable(declared.get(operator(node)));
  }

  private static String operator(Node node) {
    return DeclaredOperator.name(node.standard() ? "" : node.domain(), node.opType());
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
