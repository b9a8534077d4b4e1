package io.schedulec.surgery;

import io.schedulec.graph.Node;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.onnx.NewNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the nodes of a cut model are told instead of the old counts and indices. */
final class Edits {
  private final Map<Node, Map<String, NewNode.Attribute>> attributes = new LinkedHashMap<>();
  private final Map<Node, Set<String>> dropped = new LinkedHashMap<>();
  private final Map<Operand, NewNode.Numbers> numbers = new LinkedHashMap<>();
  private final Map<Operand, TensorCut> constants = new LinkedHashMap<>();
  private final Set<Operand> leftOut = new LinkedHashSet<>();
  private final List<Rerouting> reroutings = new ArrayList<>();

  /** An input of a node. */
  record Operand(Node node, int place) {}

  /** Says that an attribute of a node is to have another value, or that it is to have it. */
  void attribute(Node node, String name, NewNode.Attribute value) {
    demandOwn(node, "its " + name);
    attributes.computeIfAbsent(node, any -> new TreeMap<>()).put(name, value);
  }

  /** Says that a node is not to have an attribute any more. */
  void drop(Node node, String name) {
    demandOwn(node, "its " + name);
    dropped.computeIfAbsent(node, any -> new TreeSet<>()).add(name);
  }

  /** Says that a node is to take numbers at an input, in place of what it takes there. */
  void numbers(Node node, int place, NewNode.Numbers vector) {
    demandOwn(node, "what it is given");
    numbers.put(new Operand(node, place), vector);
  }

  /** Says what goes of a constant as a node takes it. */
  void constant(Node node, int place, TensorCut cut) {
    demandOwn(node, "what it is given");
    constants.put(new Operand(node, place), cut);
  }

  /** Says that a node is to do without an input. */
  void leaveOut(Node node, int place) {
    demandOwn(node, "what it is given");
    leftOut.add(new Operand(node, place));
  }

  /** What a function or a branch says is said for all its uses. */
  private static void demandOwn(Node node, String what) {
    if (node.enclosure().isPresent()) {
      throw new CannotCutException(
          "channels cannot be cut at "
              + node
              + ": "
              + what
              + " is said by "
              + node.enclosure().get()
              + ", which is not changed");
    }
  }

  /** The inputs that nodes do without. */
  Set<Operand> leftOut() {
    return leftOut;
  }

  /** Says that nodes are replaced. */
  void reroute(Rerouting rerouting) {
    reroutings.add(rerouting);
  }

  /** New values of attributes. */
  Map<Node, Map<String, NewNode.Attribute>> attributes() {
    return attributes;
  }

  /** Attributes that go. */
  Map<Node, Set<String>> dropped() {
    return dropped;
  }

  /** Numbers that nodes take. */
  Map<Operand, NewNode.Numbers> numbers() {
    return numbers;
  }

  /** The numbers that a node takes at an input, if they are new. */
  Optional<NewNode.Numbers> numbers(Node node, int place) {
    return Optional.ofNullable(numbers.get(new Operand(node, place)));
  }

  /** What goes of constants. */
  Map<Operand, TensorCut> constants() {
    return constants;
  }

  /** What goes of a constant at an input. */
  Optional<TensorCut> constant(Node node, int place) {
    return Optional.ofNullable(constants.get(new Operand(node, place)));
  }

  /** Nodes in the place of others. */
  List<Rerouting> reroutings() {
    return reroutings;
  }
}
