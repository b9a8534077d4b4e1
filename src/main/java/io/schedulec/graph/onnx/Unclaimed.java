package io.schedulec.graph.onnx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a traced program that neither a tensor nor a call of the file names.
 *
 * <p>The exporter computed them into tensors with made-up names.
 */
final class Unclaimed {
  private final List<RawNode> nodes;
  private final Edges edges;
  private final Signature signature;
  private @Nullable Set<String> passed;

  /** The unclaimed parameters of a graph. */
  Unclaimed(List<RawNode> nodes, Edges edges, Signature signature) {
    this.nodes = nodes;
    this.edges = edges;
    this.signature = signature;
  }

  /** Whether a parameter is one of them. */
  boolean is(String parameter) {
    if (edges.get(parameter) != null) {
      return false;
    }
    if (passed == null) {
      passed = passed();
    }
    return !passed.contains(parameter);
  }

  /** The only one that belongs to a module itself; null where there is none or several. */
  @Nullable String only(String module) {
    String only = null;
    for (String parameter : signature.parameters()) {
      if (ModulePath.parent(parameter).equals(module) && is(parameter)) {
        if (only != null) {
          return null;
        }
        only = parameter;
      }
    }
    return only;
  }

  private Set<String> passed() {
    Set<String> parameters = new HashSet<>();
    for (RawNode node : nodes) {
      TracedCall call = TracedCall.of(node);
      if (call == null) {
        continue;
      }
      for (int argument = 0; argument < call.arguments().size(); argument++) {
        String target = signature.target(call, argument);
        if (target != null) {
          parameters.add(target);
        }
      }
    }
    return parameters;
  }
}
