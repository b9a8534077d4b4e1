package io.schedulec.graph.onnx;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a file says into a graph. */
final class GraphBuilder {
  private final RawGraph graph;
  private final Edges edges;
  private final Uses uses;
  private final Names names;
  private final Values values;

  private GraphBuilder(ModelBytes file, RawGraph graph, Map<String, String> sealed) {
    this.graph = graph;
    edges = new Edges(file, graph);
    uses = Uses.of(file, graph, edges);
    FileText signature = graph.signature();
    names =
        signature == null
            ? new ScopeNames(graph.nodes(), uses, edges)
            : new ExportedNames(graph.nodes(), uses, edges, Signature.parse(signature.toString()));
    values = new Values(graph, names, sealed);
  }

  /** The graph of a model. */
  static ModelGraph build(ModelBytes file, RawModel model) {
    return new GraphBuilder(file, model.graph(), model.expanded().sealed()).finish(file, model);
  }

  private ModelGraph finish(ModelBytes file, RawModel model) {
    List<Value> inputs = new ArrayList<>(2);
    for (Edge edge : edges.inputs()) {
      if (edge.tensor() == null) {
        inputs.add(values.input(edge));
      }
    }
    int[] order = uses.order();
    List<Node> nodes = new ArrayList<>(order.length);
    for (int index = 0; index < order.length; index++) {
      nodes.add(node(order[index], index));
    }
    List<Value> outputs = outputs(file);
    Path name = file.path().getFileName();
    List<String> notes = new ArrayList<>(values.notes().notes(names.source()));
    notes.addAll(model.expanded().notes());
    return new ModelGraph(
        name == null ? "" : name.toString(),
        model.opsets(),
        nodes,
        values.all(),
        inputs,
        outputs,
        notes,
        FoldedNormalization.any(graph.nodes(), uses));
  }

  private Node node(int number, int index) {
    RawNode node = graph.nodes().get(number);
    @Nullable Edge[] used = uses.inputs(number);
    List<Optional<Value>> inputs = new ArrayList<>(used.length);
    for (int place = 0; place < used.length; place++) {
      Edge edge = used[place];
      inputs.add(edge == null ? Optional.empty() : Optional.of(values.used(edge, number, place)));
    }
    List<Optional<Value>> outputs = new ArrayList<>(node.outputs().size());
    for (String output : node.outputs()) {
      Edge edge = output.isEmpty() ? null : edges.get(output);
      outputs.add(edge == null ? Optional.empty() : Optional.of(values.computed(edge)));
    }
    return new Node(
        index,
        NodeNames.of(node, number),
        node.domain(),
        node.opType(),
        inputs,
        outputs,
        node.attributes(),
        names.scope(number, node),
        node.enclosure());
  }

  private List<Value> outputs(ModelBytes file) {
    List<Value> outputs = new ArrayList<>(graph.outputs().size());
    for (RawValue output : graph.outputs()) {
      Edge edge = edges.get(output.name());
      if (edge == null) {
        throw file.senseless("nothing computes its output " + output.name());
      }
      outputs.add(values.output(edge));
    }
    return outputs;
  }
}
