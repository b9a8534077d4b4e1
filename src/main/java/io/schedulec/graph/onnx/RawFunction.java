package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function that the model brings along, as the file has it.
 *
 * @param domain the domain of the operator that it defines
 * @param name the operator's name
 * @param overload which of the functions of that name it is
 * @param inputs what it calls its inputs
 * @param outputs what it calls its outputs
 * @param defaults values of attributes that a call may leave out
 * @param nodes its nodes
 * @param opsets version of each operator domain that it is written for
 * @param declared names of the values whose shapes it declares
 */
record RawFunction(
    String domain,
    String name,
    String overload,
    List<String> inputs,
    List<String> outputs,
    RawAttributes defaults,
    List<RawNode> nodes,
    Map<String, Long> opsets,
    Set<String> declared) {

  /** Reads a function. */
  static RawFunction read(Wire message) {
    String domain = "";
    String name = "";
    String overload = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>(1);
    RawAttributes defaults = new RawAttributes();
    List<RawNode> nodes = new ArrayList<>();
    Map<String, Long> opsets = new HashMap<>();
    Set<String> declared = new HashSet<>(0);
    while (message.next()) {
      switch (message.field()) {
        case 1 -> name = message.text();
        case 4 -> inputs.add(message.text());
        case 5 -> outputs.add(message.text());
        case 7 -> nodes.add(RawNode.read(message.message(), 0));
        case 9 -> RawModel.readOpset(message.message(), opsets);
        case 10 -> domain = message.text();
        case 11 -> defaults.read(message.message(), 0);
        case 12 -> declared.add(RawValue.read(message.message()).name());
        case 13 -> overload = message.text();
        default -> message.skip();
      }
    }
    return new RawFunction(
        RawModel.domain(domain),
        name,
        overload,
        inputs,
        outputs,
        defaults,
        nodes,
        opsets,
        declared);
  }

  /** Whether its nodes are understood as those of a model that has these versions of operators. */
  boolean writtenFor(Map<String, Long> versions) {
    Long own = opsets.get("");
    return own == null ? !standard(nodes) : own.equals(versions.get(""));
  }

  private static boolean standard(List<RawNode> nodes) {
    for (RawNode node : nodes) {
      if (node.domain().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
