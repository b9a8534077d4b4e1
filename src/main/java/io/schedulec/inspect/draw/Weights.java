package io.schedulec.inspect.draw;

import io.schedulec.channel.rule.ChannelRules;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which weights an operator applies, also where they are rearranged or normalised on the way. */
final class Weights {
  /** They multiply what they are given with a matrix, or look it up in one. */
  private static final Set<String> APPLYING =
      Set.of(
          "Conv",
          "ConvTranspose",
          "DeformConv",
          "Gemm",
          "MatMul",
          "Einsum",
          "Gather",
          "LSTM",
          "GRU",
          "RNN");

  /** By value: the largest parameter that it is computed from, where it is from parameters only. */
  private final @Nullable Parameter[] origins;

  /** By value: whether it is the same whatever the model is given. */
  private final boolean[] fixed;

  Weights(ModelGraph graph) {
    origins = new Parameter[graph.values().size()];
    fixed = new boolean[origins.length];
    for (Value value : graph.values()) {
      origins[value.id()] = value.parameter().orElse(null);
      fixed[value.id()] =
          value.kind() == Value.Kind.PARAMETER || value.kind() == Value.Kind.CONSTANT;
    }
    for (Node node : graph.nodes()) {
      follow(node);
    }
  }

  private void follow(Node node) {
    Parameter largest = null;
    for (Optional<Value> operand : node.inputs()) {
      if (operand.isPresent() && !fixed[operand.get().id()]) {
        return;
      }
      Parameter origin = operand.isPresent() ? origins[operand.get().id()] : null;
      if (origin != null && (largest == null || size(origin) > size(largest))) {
        largest = origin;
      }
    }
    for (Optional<Value> output : node.outputs()) {
      if (output.isPresent()) {
        fixed[output.get().id()] = true;
        origins[output.get().id()] = largest;
      }
    }
  }

  private static long size(Parameter parameter) {
    return parameter.shape().elements();
  }

  /** The weights that an operator applies to something that is not fixed itself. */
  List<Parameter> of(Node node) {
    List<Parameter> applied = new ArrayList<>();
    boolean unknown = !node.standard() || ChannelRules.rule(node.opType()) == null;
    if (unknown || APPLYING.contains(node.opType())) {
      boolean moving = false;
      for (Optional<Value> operand : node.inputs()) {
        Parameter origin = operand.isPresent() ? origins[operand.get().id()] : null;
        moving |= operand.isPresent() && !fixed[operand.get().id()];
        if (origin != null && origin.shape().rank() > 1 && !applied.contains(origin)) {
          applied.add(origin);
        }
      }
      return moving ? applied : List.of();
    }
    return applied;
  }
}
