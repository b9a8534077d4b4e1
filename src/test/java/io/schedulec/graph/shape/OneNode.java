package io.schedulec.graph.shape;

import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model of one node, and what is inferred of it. */
final class OneNode {
  private final String opType;
  private final Graphs graph = new Graphs();
  private final Map<String, Object> attributes = new HashMap<>();
  private final List<@Nullable Value> inputs = new ArrayList<>();
  private int outputs = 1;

  private OneNode(String opType) {
    this.opType = opType;
  }

  static OneNode of(String opType) {
    return new OneNode(opType);
  }

  OneNode opset(long version) {
    graph.opset(version);
    return this;
  }

  OneNode with(String attribute, long value) {
    attributes.put(attribute, value);
    return this;
  }

  OneNode with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  OneNode list(String attribute, long... values) {
    attributes.put(attribute, values);
    return this;
  }

  OneNode reals(String attribute, double... values) {
    attributes.put(attribute, values);
    return this;
  }

  /** An input of a shape; -1 for an unknown size. */
  OneNode in(long... shape) {
    inputs.add(graph.input("x" + inputs.size(), shape));
    return this;
  }

  /** An input of which nothing is known. */
  OneNode unknown() {
    inputs.add(graph.input("x" + inputs.size()));
    return this;
  }

  /** A constant vector. */
  OneNode ints(long... elements) {
    inputs.add(graph.ints(elements));
    return this;
  }

  /** A constant scalar. */
  OneNode scalar(long element) {
    inputs.add(graph.scalar(element));
    return this;
  }

  /** A constant vector of real numbers. */
  OneNode scales(double... elements) {
    inputs.add(graph.reals(new long[] {elements.length}, elements));
    return this;
  }

  /** An input that is left out. */
  OneNode absent() {
    inputs.add(null);
    return this;
  }

  OneNode outputs(int count) {
    outputs = count;
    return this;
  }

  /** The shapes of all outputs, e.g. {@code 1x3 2x?}. */
  String shapes() {
    List<Value> results =
        graph.nodes(outputs, opType, attributes, inputs.toArray(new @Nullable Value[0]));
    ShapeTable table = ShapeInference.of(graph.build(results.get(0)));
    List<String> texts = new ArrayList<>();
    for (Value result : results) {
      texts.add(table.shape(result).map(Shape::toString).orElse("unknown"));
    }
    return String.join(" ", texts);
  }

  /** The contents of the output. */
  String contents() {
    Value result = graph.node(opType, attributes, inputs.toArray(new @Nullable Value[0]));
    ShapeTable table = ShapeInference.of(graph.build(result));
    return String.valueOf(table.contents(result));
  }
}
