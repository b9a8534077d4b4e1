package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the weights that bodies of nodes hold inputs of these nodes, so that they are known. */
final class BodyWeights {
  private final FreshNames names;
  private final List<RawTensor> found = new ArrayList<>();

  private BodyWeights(FreshNames names) {
    this.names = names;
  }

  /** A graph whose nodes have the weights of their bodies as inputs. */
  static RawGraph among(ModelBytes file, RawGraph graph) {
    boolean any = false;
    for (RawNode node : graph.nodes()) {
      any |= !node.bodies().isEmpty();
    }
    if (!any) {
      return graph;
    }
    BodyWeights weights = new BodyWeights(new FreshNames(file, graph));
    List<RawNode> nodes = new ArrayList<>(graph.nodes().size());
    for (RawNode node : graph.nodes()) {
      nodes.add(node.bodies().isEmpty() ? node : weights.with(node));
    }
    List<RawTensor> initializers = new ArrayList<>(graph.initializers());
    initializers.addAll(weights.found);
    return graph.with(nodes, initializers);
  }

  private RawNode with(RawNode node) {
    Map<String, RawTensor> own = new LinkedHashMap<>();
    for (RawAttributes.Body body : node.bodies()) {
      collect(node, body.graph(), own);
    }
    List<String> inputs = new ArrayList<>(node.inputs());
    inputs.addAll(own.keySet());
    found.addAll(own.values());
    return own.isEmpty() ? node : node.with(inputs, node.parts());
  }

  private void collect(RawNode node, RawGraph body, Map<String, RawTensor> into) {
    Map<String, RawTensor> held = new HashMap<>();
    Map<String, RawTensor> written = new HashMap<>();
    for (RawTensor tensor : body.initializers()) {
      held.put(tensor.name(), tensor);
    }
    for (RawNode inner : body.nodes()) {
      RawTensor constant = inner.is("Constant") ? Constants.of(inner) : null;
      if (constant != null && inner.outputs().size() == 1) {
        written.put(inner.outputs().get(0), constant.named(inner.outputs().get(0)));
      }
    }
    for (RawNode inner : body.nodes()) {
      for (int place = 0; place < inner.inputs().size(); place++) {
        String name = inner.inputs().get(place);
        // Each is taken for one weight, however often it is used.
        RawTensor tensor = weight(inner, place, held.get(name), written.get(name));
        if (tensor != null) {
          held.remove(name);
          written.remove(name);
          String fresh = names.kept(name, node.name());
          into.put(fresh, tensor.named(fresh).within("the body of " + node.name()));
        }
      }
      for (RawAttributes.Body nested : inner.bodies()) {
        collect(node, nested.graph(), into);
      }
    }
  }

  private static @Nullable RawTensor weight(
      RawNode node, int place, @Nullable RawTensor held, @Nullable RawTensor written) {
    RawTensor tensor = held == null ? written : held;
    if (tensor == null || !tensor.type().floating() || tensor.shape().rank() == 0) {
      return null;
    }
    boolean weight =
        held == null
            ? Places.constantWeight(node, place, tensor)
            : !Places.structural(node, place) && node.bodies().isEmpty();
    return weight ? tensor : null;
  }
}
