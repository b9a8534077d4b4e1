package io.schedulec.surgery;

import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out where an element of a vector that a shape is made of comes from. */
final class ElementTrace {
  private static final int LONGEST = 16;

  private final ShapeTable shapes;
  private final Map<Value, Node> producers = new HashMap<>();

  /** A trace through these nodes. */
  ElementTrace(List<Node> nodes, ShapeTable shapes) {
    this.shapes = shapes;
    for (Node node : nodes) {
      node.outputs().forEach(output -> output.ifPresent(value -> producers.put(value, node)));
    }
  }

  /** Where an element comes from. */
  sealed interface Source permits Written, SizeOf {}

  /** It is written in a constant that a node takes at an input. */
  record Written(Node node, int place, int index) implements Source {}

  /** It is the size of an axis. */
  record SizeOf(Value value, int axis) implements Source {}

  /** Where an element of what a node takes at an input comes from, if that can be told. */
  Optional<Source> of(Node node, int place, int index) {
    return of(node, place, index, 0);
  }

  private Optional<Source> of(Node node, int place, int index, int depth) {
    Value value = node.input(place).orElse(null);
    if (value == null || depth > LONGEST) {
      return Optional.empty();
    }
    if (value.kind() == Value.Kind.CONSTANT) {
      return Optional.of(new Written(node, place, index));
    }
    Node producer = producers.get(value);
    return producer == null ? Optional.empty() : through(producer, value, index, depth);
  }

  private Optional<Source> through(Node producer, Value value, int index, int depth) {
    return switch (producer.opType()) {
      case "Shape" -> sizeOf(producer, index);
      case "Cast", "Identity", "Unsqueeze", "Squeeze", "Reshape", "Expand" ->
          count(producer.input(0)) == count(Optional.of(value))
              ? of(producer, 0, index, depth + 1)
              : Optional.empty();
      case "Gather" -> chosen(producer, index, depth);
      case "Concat" -> part(producer, index, depth);
      default -> Optional.empty();
    };
  }

  private Optional<Source> sizeOf(Node shapeOf, int index) {
    Value source = shapeOf.input(0).orElseThrow();
    int rank = shapes.shape(source).map(Shape::rank).orElse(0);
    long start = shapeOf.attributes().integer("start", 0);
    long axis = (start < 0 ? Math.max(0, start + rank) : start) + index;
    return axis < rank ? Optional.of(new SizeOf(source, (int) axis)) : Optional.empty();
  }

  private Optional<Source> chosen(Node gather, int index, int depth) {
    long[] indices = gather.input(1).flatMap(shapes::integers).orElse(new long[0]);
    Optional<Shape> from = gather.input(0).flatMap(shapes::shape);
    if (index >= indices.length || from.isEmpty() || from.get().rank() != 1) {
      return Optional.empty();
    }
    long place = indices[index] < 0 ? indices[index] + from.get().dim(0) : indices[index];
    return of(gather, 0, (int) place, depth + 1);
  }

  private Optional<Source> part(Node concat, int index, int depth) {
    int rest = index;
    for (int place = 0; place < concat.inputs().size(); place++) {
      long count = count(concat.input(place));
      if (count < 0) {
        return Optional.empty();
      }
      if (rest < count) {
        return of(concat, place, rest, depth + 1);
      }
      rest -= (int) count;
    }
    return Optional.empty();
  }

  private long count(Optional<Value> value) {
    return value.flatMap(shapes::shape).map(Shape::elements).orElse(Shape.UNKNOWN);
  }
}
