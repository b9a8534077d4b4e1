package io.schedulec.graph.onnx;

import io.schedulec.graph.UnreadableModelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All tensor names of a graph, each written once. */
final class Edges {
  private final ModelBytes file;
  private final RawGraph graph;
  private final Map<String, Edge> edges;
  private final List<Edge> inputs = new ArrayList<>(2);
  private final Map<String, RawValue> declared;

  /** Collects what a graph defines. */
  Edges(ModelBytes file, RawGraph graph) {
    this.file = file;
    this.graph = graph;
    int size = graph.initializers().size() + graph.nodes().size();
    edges = new HashMap<>(2 * size);
    declared = new HashMap<>(2 * graph.declared().size());
    for (RawTensor tensor : graph.initializers()) {
      add(Edge.stored(tensor.name(), tensor));
    }
    for (RawValue input : graph.inputs()) {
      define(input);
    }
    for (RawValue value : graph.declared()) {
      declared.put(value.name(), value);
    }
    for (RawValue value : graph.outputs()) {
      declared.put(value.name(), value);
    }
    for (int i = 0; i < graph.nodes().size(); i++) {
      define(graph.nodes().get(i), i);
    }
  }

  /** What a name stands for. */
  @Nullable Edge get(String name) {
    return edges.get(name);
  }

  /** What the model is given, parameters included but not those the file holds. */
  List<Edge> inputs() {
    return inputs;
  }

  private void define(RawValue input) {
    Edge known = edges.get(input.name());
    // Exporters may list parameters among the inputs as well.
    if (known == null || known.tensor() == null) {
      Edge edge = Edge.input(input);
      add(edge);
      inputs.add(edge);
    }
  }

  private void define(RawNode node, int index) {
    if (node.is("Constant")) {
      RawTensor tensor = Constants.of(node);
      if (tensor != null && node.outputs().size() == 1) {
        String name = node.outputs().get(0);
        add(Edge.constant(name, tensor.named(name).within(node.enclosure())));
        return;
      }
    }
    for (String output : node.outputs()) {
      if (!output.isEmpty()) {
        add(Edge.computed(output, index, declared.get(output)));
      }
    }
  }

  private void add(Edge edge) {
    if (edges.put(edge.name(), edge) != null) {
      throw file.senseless("tensor " + edge.name() + " is written twice");
    }
  }

  /** The tensors that a node uses, in order; null for inputs left out. */
  @Nullable Edge[] of(int node, List<String> names) {
    @Nullable Edge[] used = new @Nullable Edge[names.size()];
    for (int i = 0; i < used.length; i++) {
      String name = names.get(i);
      if (!name.isEmpty()) {
        used[i] = edges.get(name);
        if (used[i] == null) {
          throw dangling(node, name);
        }
      }
    }
    return used;
  }

  /** What to throw if a node uses a name that stands for nothing. */
  private UnreadableModelException dangling(int node, String name) {
    String what =
        NodeNames.of(graph.nodes().get(node), node)
            + " uses "
            + name
            + ", which nothing in the file defines";
    return graph.initializers().isEmpty()
        ? file.senseless(what + ": the model was exported without parameters (export_params=False)")
        : file.senseless(what);
  }
}
