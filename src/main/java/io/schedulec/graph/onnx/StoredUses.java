package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the stored tensors of a graph are used, identities of them being the same tensor. */
final class StoredUses {
  private final ModelFile file;
  private final Map<String, String> identities = new HashMap<>();
  private final Set<String> enclosed = new HashSet<>();
  private final Map<String, List<Use>> uses = new LinkedHashMap<>();

  /**
   * A use of a tensor.
   *
   * @param input the input of a node; empty where the tensor is an output of the model
   * @param name the name under which it is used, which may be that of an identity
   * @param redirectable whether it can be made to use another tensor
   */
  record Use(Optional<ModelChanges.Input> input, String name, boolean redirectable) {}

  /** The uses in a file. */
  StoredUses(ModelFile file) {
    this.file = file;
    RawGraph graph = file.graph();
    for (RawNode node : graph.nodes()) {
      if (identity(node)) {
        identities.put(node.outputs().get(0), node.inputs().get(0));
        if (node.inlined() != null) {
          enclosed.add(node.outputs().get(0));
        }
      }
    }
    // What the model itself returns is an identity of its own.
    graph.outputs().forEach(output -> identities.remove(output.name()));
    for (RawNode node : graph.nodes()) {
      if (!alias(node)) {
        add(node);
      }
    }
    for (RawValue output : graph.outputs()) {
      Use use = new Use(Optional.empty(), output.name(), false);
      root(output.name()).ifPresent(root -> add(root, use));
    }
  }

  private static boolean identity(RawNode node) {
    return node.is("Identity") && node.inputs().size() == 1 && node.outputs().size() == 1;
  }

  private boolean alias(RawNode node) {
    return identity(node)
        && identities.containsKey(node.outputs().get(0))
        && root(node.inputs().get(0)).isPresent();
  }

  private void add(RawNode node) {
    String output = ModelChanges.key(node);
    int place = 0;
    for (String name : node.inputs()) {
      add(name, new ModelChanges.Input(output, place++), node.inlined() == null);
    }
    for (String name : Captures.of(node)) {
      add(name, new ModelChanges.Input(output, place++), false);
    }
  }

  private void add(String name, ModelChanges.Input input, boolean redirectable) {
    root(name).ifPresent(root -> add(root, new Use(Optional.of(input), name, redirectable)));
  }

  private void add(String root, Use use) {
    uses.computeIfAbsent(root, any -> new ArrayList<>()).add(use);
  }

  /** The stored tensor, or model input, that a name stands for. */
  Optional<String> root(String name) {
    String root = name;
    for (int steps = identities.size(); steps >= 0 && identities.containsKey(root); steps--) {
      root = identities.get(root);
    }
    return file.tensors().containsKey(root) || input(root) ? Optional.of(root) : Optional.empty();
  }

  /** Whether a name is one that the model is given from outside, without elements of its own. */
  boolean input(String name) {
    return !file.tensors().containsKey(name)
        && file.graph().inputs().stream().anyMatch(input -> input.name().equals(name));
  }

  /**
   * Whether a name is that of an identity of a tensor that can be made one of another, and of no
   * other identity's input.
   */
  boolean lastIdentity(String name) {
    return identities.containsKey(name)
        && !enclosed.contains(name)
        && !identities.containsValue(name);
  }

  /** All uses, by the tensor's name. */
  Map<String, List<Use>> all() {
    return uses;
  }

  /** The names that are the same as a stored tensor. */
  List<String> aliases(String root) {
    List<String> aliases = new ArrayList<>();
    for (String name : identities.keySet()) {
      if (root(name).equals(Optional.of(root))) {
        aliases.add(name);
      }
    }
    return aliases;
  }
}
