package io.schedulec.plan;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a model by their names. */
final class ModelTensors {
  private final String model;
  private final Map<String, Shape> shapes = new HashMap<>();

  ModelTensors(ModelGraph graph) {
    this.model = graph.name();
    for (Parameter parameter : graph.parameters()) {
      shapes.putIfAbsent(parameter.name(), parameter.shape());
    }
  }

  /** The shape of the tensor that holds a parameter. */
  Optional<Shape> shape(String name) {
    return Optional.ofNullable(shapes.get(name));
  }

  /** Why a parameter has no such axis; empty if it has. */
  Optional<String> objection(String name, int axis) {
    Shape shape = shapes.get(name);
    if (shape == null) {
      return Optional.of("`" + name + "` is no parameter of `" + model + "`");
    }
    return axis < shape.rank()
        ? Optional.empty()
        : Optional.of("`" + name + "` has " + shape.rank() + " axes, counted from 0");
  }
}
