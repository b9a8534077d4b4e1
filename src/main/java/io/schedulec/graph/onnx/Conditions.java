package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.UnreadableModelException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which conditions of a graph are the same whatever the model is given. */
final class Conditions {
  private final Map<String, RawTensor> constants = new HashMap<>();

  /** The conditions that a graph holds as tensors; one that is an input may be replaced. */
  Conditions(RawGraph graph) {
    Set<String> given = new HashSet<>();
    for (RawValue input : graph.inputs()) {
      given.add(input.name());
    }
    for (RawTensor tensor : graph.initializers()) {
      if (!given.contains(tensor.name())) {
        note(tensor.name(), tensor);
      }
    }
  }

  private void note(String name, @Nullable RawTensor tensor) {
    if (tensor != null && tensor.type() == DataType.BOOL && tensor.shape().elements() == 1) {
      constants.put(name, tensor);
    }
  }

  /** Notes what a node computes, if that is always the same. */
  void note(RawNode node) {
    if (node.outputs().size() != 1) {
      return;
    }
    if (node.is("Constant")) {
      note(node.outputs().get(0), Constants.of(node));
    } else if (node.is("Identity") && node.inputs().size() == 1) {
      note(node.outputs().get(0), constants.get(node.inputs().get(0)));
    }
  }

  /** The branch that a node always takes; null for other nodes. */
  @Nullable RawGraph taken(RawNode node) {
    RawTensor condition =
        node.is("If") && !node.inputs().isEmpty() ? constants.get(node.inputs().get(0)) : null;
    if (condition == null || condition.data() == null) {
      return null;
    }
    try {
      boolean holds = condition.data().longs()[0] != 0;
      return branch(node, holds ? "then_branch" : "else_branch");
    } catch (UnreadableModelException absent) {
      return null;
    }
  }

  private static @Nullable RawGraph branch(RawNode node, String name) {
    for (RawAttributes.Body body : node.bodies()) {
      if (body.attribute().equals(name) && body.graph().outputs().size() >= node.outputs().size()) {
        return body.graph();
      }
    }
    return null;
  }
}
