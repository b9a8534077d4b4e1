package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A model of one call, and the nodes that it becomes. */
final class OneCall {
  private final String target;
  private final Exported model = new Exported();
  private final List<Exported.Argument> arguments = new ArrayList<>();
  private final List<String> results = new ArrayList<>();

  private OneCall(String target) {
    this.target = target;
  }

  /** A call of one of PyTorch's operators, e.g. {@code relu.default}. */
  static OneCall of(String operator) {
    return new OneCall("torch.ops.aten." + operator);
  }

  /** A tensor as an argument. */
  OneCall tensor(String name, long... shape) {
    return tensor(name, DataType.FLOAT32, shape);
  }

  /** A tensor as an argument. */
  OneCall tensor(String name, DataType type, long... shape) {
    model.input(name, type, shape);
    return argument(name, "{\"as_tensor\": {\"name\": \"" + name + "\"}}");
  }

  /** A list of tensors as an argument, named after it and numbered. */
  OneCall tensors(String name, long[]... shapes) {
    List<String> items = new ArrayList<>();
    for (long[] shape : shapes) {
      String item = name + items.size();
      model.input(item, shape);
      items.add("{\"name\": \"" + item + "\"}");
    }
    return argument(name, "{\"as_tensors\": " + items + "}");
  }

  /** A whole number as an argument. */
  OneCall number(String name, long number) {
    return argument(name, "{\"as_int\": " + number + "}");
  }

  /** A real number as an argument. */
  OneCall real(String name, double number) {
    return argument(name, "{\"as_float\": " + number + "}");
  }

  /** A truth value as an argument. */
  OneCall flag(String name, boolean flag) {
    return argument(name, "{\"as_bool\": " + flag + "}");
  }

  /** A text as an argument. */
  OneCall text(String name, String text) {
    return argument(name, "{\"as_string\": \"" + text + "\"}");
  }

  /** Whole numbers as an argument. */
  OneCall numbers(String name, long... numbers) {
    return argument(name, "{\"as_ints\": " + Arrays.toString(numbers) + "}");
  }

  /** An element type as an argument, by PyTorch's number. */
  OneCall type(String name, int number) {
    return argument(name, "{\"as_scalar_type\": " + number + "}");
  }

  /** Any argument. */
  OneCall argument(String name, String json) {
    arguments.add(new Exported.Argument(name, json));
    return this;
  }

  /** A result. */
  OneCall result(long... shape) {
    return result(DataType.FLOAT32, shape);
  }

  /** A result. */
  OneCall result(DataType type, long... shape) {
    String name = "r" + results.size();
    results.add(name);
    model.declare(name, type, shape).output(name);
    return this;
  }

  /** A result that nothing uses. */
  OneCall unused(long... shape) {
    String name = "u" + results.size();
    results.add(name);
    model.declare(name, DataType.FLOAT32, shape);
    return this;
  }

  /** The model. */
  ModelGraph graph() {
    model.call(target, arguments, results.toArray(new String[0]));
    try {
      Path file = Files.createTempFile("call", ".pt2");
      try {
        return Pt2Reader.read(model.write(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The nodes as text; the shapes that follow from them have to be those that are declared. */
  List<String> nodes() {
    ModelGraph graph = graph();
    assertThat(UndeclaredShapes.differences(graph)).isEmpty();
    return nodes(graph);
  }

  /** The nodes of a graph as text. */
  static List<String> nodes(ModelGraph graph) {
    List<String> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      String domain = node.standard() ? "" : node.domain() + "::";
      String line =
          join(node.outputs()) + " = " + domain + node.opType() + "(" + join(node.inputs()) + ")";
      nodes.add(line + attributes(node.attributes()));
    }
    return nodes;
  }

  private static String join(List<Optional<Value>> values) {
    List<String> names = new ArrayList<>();
    for (Optional<Value> value : values) {
      names.add(value.map(OneCall::text).orElse("-"));
    }
    return String.join(", ", names);
  }

  private static String text(Value value) {
    if (value.kind() == Value.Kind.CONSTANT && value.data().isPresent()) {
      TensorData data = value.data().get();
      String elements =
          data.type().floating() ? Arrays.toString(data.doubles()) : Arrays.toString(data.longs());
      boolean scalar = value.shape().orElseThrow().rank() == 0;
      return scalar ? elements.substring(1, elements.length() - 1) : elements;
    }
    return value.name().replace("call/", "%");
  }

  private static String attributes(Attributes attributes) {
    List<String> all = new ArrayList<>();
    for (String name : new TreeSet<>(attributes.names())) {
      all.add(name + "=" + attribute(attributes, name));
    }
    return all.isEmpty() ? "" : " " + String.join(" ", all);
  }

  private static String attribute(Attributes attributes, String name) {
    if (attributes.integers(name).isPresent()) {
      return Arrays.toString(attributes.integers(name).get()).replace(" ", "");
    }
    if (attributes.integer(name).isPresent()) {
      return Long.toString(attributes.integer(name).getAsLong());
    }
    double real = attributes.real(name, Double.NaN);
    return Double.isNaN(real) ? attributes.text(name, "?") : Double.toString(real);
  }
}
