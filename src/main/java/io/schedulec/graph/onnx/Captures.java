package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The values that the bodies of a control-flow node take from around it. */
final class Captures {
  private final List<String> captured = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Captures() {}

  /** The names a node's bodies take from outside that it does not list as inputs, in order. */
  static List<String> of(RawNode node) {
    if (node.bodies().isEmpty()) {
      return List.of();
    }
    Captures captures = new Captures();
    captures.seen.addAll(node.inputs());
    for (RawAttributes.Body body : node.bodies()) {
      captures.walk(body.graph(), Set.of());
    }
    return captures.captured;
  }

  private void walk(RawGraph body, Set<String> around) {
    Set<String> inner = new HashSet<>(around);
    for (RawValue input : body.inputs()) {
      inner.add(input.name());
    }
    for (RawTensor tensor : body.initializers()) {
      inner.add(tensor.name());
    }
    for (RawNode node : body.nodes()) {
      inner.addAll(node.outputs());
    }
    for (RawNode node : body.nodes()) {
      for (String input : node.inputs()) {
        use(input, inner);
      }
      for (RawAttributes.Body nested : node.bodies()) {
        walk(nested.graph(), inner);
      }
    }
    for (RawValue output : body.outputs()) {
      use(output.name(), inner);
    }
  }

  private void use(String name, Set<String> inner) {
    if (!name.isEmpty() && !inner.contains(name) && seen.add(name)) {
      captured.add(name);
    }
  }
}
