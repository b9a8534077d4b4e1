package io.schedulec.graph.onnx;

import io.schedulec.graph.Node;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to change in a model file; collected before it is written.
 *
 * <p>Nodes are those of the {@link io.schedulec.graph.ModelGraph} that was read from the file.
 */
public final class ModelChanges {
  private final Map<Input, TensorChange> tensors = new LinkedHashMap<>();
  private final Map<Input, String> wishes = new HashMap<>();
  private final Map<String, Map<String, NewNode.Attribute>> attributes = new HashMap<>();
  private final Map<String, Set<String>> without = new HashMap<>();
  private final Map<Input, NewNode.Numbers> numbers = new LinkedHashMap<>();
  private final Set<Input> leftOut = new LinkedHashSet<>();
  private final Map<String, Replacement> replacements = new LinkedHashMap<>();
  private final Map<String, TensorCut> declarations = new HashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /**
   * Nodes in the place of others.
   *
   * @param gone what the others computed
   * @param nodes the new nodes
   */
  record Replacement(Set<String> gone, List<NewNode> nodes) {}

  /** An input of a node, which is known by the first value that it computes. */
  record Input(String output, int place) {}

  /**
   * What a node takes at an input is to be changed, if the change is one; where others use the same
   * tensor otherwise, they get copies.
   *
   * @param name what the tensor for this input should be called, if it can be; empty for anything
   */
  public void tensor(Node node, int place, TensorChange change, String name) {
    Input input = new Input(key(node), place);
    tensors.put(input, change);
    wishes.put(input, name);
  }

  /** An attribute of a node is to have another value, or the node is to have it. */
  public void attribute(Node node, String name, NewNode.Attribute value) {
    attributes.computeIfAbsent(key(node), any -> new TreeMap<>()).put(name, value);
  }

  /** An attribute of a node is to go. */
  public void withoutAttribute(Node node, String name) {
    without.computeIfAbsent(key(node), any -> new HashSet<>()).add(name);
  }

  /** A node is to take a vector of whole numbers at an input, whatever it takes there so far. */
  public void numbers(Node node, int place, NewNode.Numbers vector) {
    numbers.put(new Input(key(node), place), vector);
  }

  /** A node is to do without an input that it can do without. */
  public void leaveOut(Node node, int place) {
    leftOut.add(new Input(key(node), place));
  }

  /** The inputs that nodes do without. */
  Set<Input> leftOut() {
    return leftOut;
  }

  /**
   * Nodes are to go, of whose results nothing else needs any that the new ones do not compute;
   * those come in the place of the first.
   */
  public void replace(Collection<Node> nodes, List<NewNode> by) {
    Replacement replacement = new Replacement(Set.copyOf(names(nodes)), List.copyOf(by));
    nodes.forEach(node -> replacements.put(key(node), replacement));
  }

  private static Set<String> names(Collection<Node> nodes) {
    Set<String> names = new HashSet<>();
    for (Node node : nodes) {
      node.outputs().forEach(output -> output.ifPresent(value -> names.add(value.name())));
    }
    return names;
  }

  /** Where the file declares the shape of a value, it is to declare what remains. */
  public void declaration(Value value, TensorCut cut) {
    declarations.put(value.name(), cut);
  }

  /** An entry of the model's metadata is to have this value, whether it was there or not. */
  public void metadata(String key, String value) {
    metadata.put(key, value);
  }

  /** The metadata to be set. */
  Map<String, String> metadata() {
    return metadata;
  }

  /** What becomes of the tensor at an input; empty where nothing does. */
  Optional<TensorChange> tensor(Input input) {
    return Optional.ofNullable(tensors.get(input)).filter(change -> !change.nothing());
  }

  /** The inputs whose tensors may be changed. */
  Set<Input> inputs() {
    return tensors.keySet();
  }

  /** What to call a copy for an input. */
  String wish(Input input) {
    return wishes.getOrDefault(input, "");
  }

  /** The nodes that are to be told something else, or to go, by what they compute. */
  Set<String> changedNodes() {
    Set<String> changed = new HashSet<>(attributes.keySet());
    changed.addAll(without.keySet());
    changed.addAll(replacements.keySet());
    numbers.keySet().forEach(input -> changed.add(input.output()));
    leftOut.forEach(input -> changed.add(input.output()));
    return changed;
  }

  /** The new values of a node's attributes. */
  Map<String, NewNode.Attribute> attributes(String output) {
    return attributes.getOrDefault(output, Map.of());
  }

  /** The attributes of a node that go. */
  Set<String> without(String output) {
    return without.getOrDefault(output, Set.of());
  }

  /** The vectors that nodes are to take. */
  Map<Input, NewNode.Numbers> numbers() {
    return numbers;
  }

  /** What comes in the place of a node. */
  Optional<Replacement> replacement(RawNode node) {
    return Optional.ofNullable(replacements.get(key(node)));
  }

  /** All that comes in the place of nodes, each once. */
  Set<Replacement> replacements() {
    return new LinkedHashSet<>(replacements.values());
  }

  /** The cuts of declared values, by name. */
  Map<String, TensorCut> declarations() {
    return declarations;
  }

  /** Whether anything is to become smaller. */
  boolean cuts() {
    return tensors.values().stream().anyMatch(change -> !change.cut().nothing());
  }

  private static String key(Node node) {
    for (Optional<Value> output : node.outputs()) {
      if (output.isPresent()) {
        return output.get().name();
      }
    }
    return "";
  }

  /** How a node of the file is known here. */
  static String key(RawNode node) {
    for (String output : node.outputs()) {
      if (!output.isEmpty()) {
        return output;
      }
    }
    return "";
  }
}
