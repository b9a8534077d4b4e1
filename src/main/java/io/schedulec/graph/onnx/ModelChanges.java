package io.schedulec.graph.onnx;

import io.schedulec.graph.Node;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to change in a model file; collected before it is written.
 *
 * <p>Nodes are those of the {@link io.schedulec.graph.ModelGraph} that was read from the file.
 */
public final class ModelChanges {
  private final Map<Input, TensorChange> tensors = new LinkedHashMap<>();
  private final Map<Input, String> wishes = new HashMap<>();
  private final Map<String, Map<String, Long>> attributes = new HashMap<>();
  private final Map<String, TensorCut> declarations = new HashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

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

  /** A whole-number attribute that a node has is to have another value. */
  public void attribute(Node node, String name, long value) {
    attributes.computeIfAbsent(key(node), any -> new HashMap<>()).put(name, value);
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

  /** The nodes whose attributes are to have new values, by what they compute. */
  Set<String> changedNodes() {
    return attributes.keySet();
  }

  /** The new values of a node's attributes. */
  Map<String, Long> attributes(String output) {
    return attributes.getOrDefault(output, Map.of());
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
