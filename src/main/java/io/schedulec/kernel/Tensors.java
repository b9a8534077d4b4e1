package io.schedulec.kernel;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.graph.WeightSource;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tensors of a run, made when a step first names them. */
final class Tensors {
  private final ModelGraph graph;
  private final WeightSource source;
  private final Map<Parameter, Integer> groups = new HashMap<>();
  private final Map<Parameter, Tensor> tensors = new LinkedHashMap<>();

  Tensors(ModelGraph graph, WeightSource source) {
    this.graph = graph;
    this.source = source;
    graph.nodes().forEach(this::addGroups);
  }

  private void addGroups(Node node) {
    if (node.standard()
        && (node.opType().equals("Conv") || node.opType().equals("ConvTranspose"))) {
      Optional<Parameter> weight = node.input(1).flatMap(Value::parameter);
      weight.ifPresent(w -> groups.put(w, (int) node.attributes().integer("group", 1)));
    }
  }

  /** The tensor of a parameter. */
  Tensor of(Parameter parameter) {
    return tensors.computeIfAbsent(
        parameter, p -> new Tensor(p, groups.getOrDefault(p, 1), source));
  }

  /**
   * The tensors that hold the parameter of a name: one, unless the model file stores it several
   * times.
   */
  List<Tensor> named(String name) {
    List<Parameter> found =
        graph.parameters().stream().filter(p -> p.name().equals(name)).distinct().toList();
    if (found.stream().map(Parameter::shape).distinct().count() != 1) {
      throw new Impossible(
          found.isEmpty()
              ? "the model has no parameter " + name
              : "the model stores " + name + " several times, under different axes");
    }
    return found.stream().map(this::of).toList();
  }

  /** The values at full size of those that have changed. */
  Map<Parameter, ByteBuffer> changed() {
    Map<Parameter, ByteBuffer> changed = new LinkedHashMap<>();
    tensors.forEach((p, tensor) -> tensor.changed().ifPresent(bytes -> changed.put(p, bytes)));
    return changed;
  }
}
