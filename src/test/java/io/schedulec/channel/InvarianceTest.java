package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, the order of nodes and copies change no groups, in any network that is small enough. */
final class InvarianceTest {
  private static final int LARGEST = 1500;

  static Stream<String> models() {
    List<String> models = new ArrayList<>();
    for (String folder : List.of("models/full", "models/graphs")) {
      if (Files.exists(Path.of("..", "shared", folder))) {
        for (Path model : Shared.files(folder, ".onnx")) {
          models.add(folder + "/" + model.getFileName());
        }
      }
    }
    return models.isEmpty() ? Stream.of("models") : models.stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void changesOfWritingChangeNoGroups(String model) {
    Path file = Shared.file(model);
    assumeTrue(model.endsWith(".onnx"), "skipped: no models are here");
    ModelGraph graph = OnnxReader.read(file);
    assumeTrue(graph.nodes().size() <= LARGEST, "skipped: larger than is worth its time");
    Random random = new Random(model.hashCode());
    Map<Set<String>, String> groups = groups(graph);
    assertThat(different(groups, rebuilt(graph, graph.nodes(), "other"))).as("names").isEmpty();
    assertThat(different(groups, rebuilt(graph, shuffled(graph, random), "")))
        .as("order")
        .isEmpty();
    assertThat(different(groups, copied(graph, random))).as("copies").isEmpty();
  }

  /** A few of the channels whose groups are others, with what goes with them in each. */
  private static List<String> different(Map<Set<String>, String> groups, ModelGraph changed) {
    Map<Set<String>, String> others = groups(changed);
    List<String> different = new ArrayList<>();
    groups.forEach(
        (places, state) -> {
          if (!state.equals(others.get(places))) {
            different.add("before " + new TreeSet<>(places) + " " + state);
          }
        });
    others.forEach(
        (places, state) -> {
          if (!state.equals(groups.get(places))) {
            different.add("after " + new TreeSet<>(places) + " " + state);
          }
        });
    return different.stream().sorted().limit(6).toList();
  }

  /** For each channel what goes with it; and whether it can go, and in how many blocks. */
  private static Map<Set<String>, String> groups(ModelGraph graph) {
    Map<Set<String>, String> groups = new HashMap<>();
    for (CoupledGroup group : ChannelAnalysis.of(graph, ShapeInference.of(graph)).groups()) {
      Set<Integer> blocks = new TreeSet<>();
      group.constraints().forEach(constraint -> blocks.add(constraint.blocks()));
      for (int channel = 0; channel < group.size(); channel++) {
        Set<String> places = new HashSet<>();
        for (Member member : group.members()) {
          for (int index : member.indices().of(channel)) {
            places.add(member.parameter().name() + "@" + member.axis() + ":" + index);
          }
        }
        groups.put(places, group.prunable() + " " + blocks);
      }
    }
    return groups;
  }

  /** An order in which every value is computed before it is used. */
  private static List<Node> shuffled(ModelGraph graph, Random random) {
    Map<Value, Node> producers = new HashMap<>();
    for (Node node : graph.nodes()) {
      node.outputs().forEach(out -> out.ifPresent(value -> producers.put(value, node)));
    }
    int[] open = new int[graph.nodes().size()];
    Map<Node, List<Node>> users = new HashMap<>();
    for (Node node : graph.nodes()) {
      for (Node needed : needed(node, producers)) {
        open[node.index()]++;
        users.computeIfAbsent(needed, n -> new ArrayList<>()).add(node);
      }
    }
    List<Node> ready = new ArrayList<>(graph.nodes());
    ready.removeIf(node -> open[node.index()] > 0);
    List<Node> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      Node next = ready.remove(random.nextInt(ready.size()));
      order.add(next);
      for (Node user : users.getOrDefault(next, List.of())) {
        if (--open[user.index()] == 0) {
          ready.add(user);
        }
      }
    }
    assertThat(order).hasSameSizeAs(graph.nodes());
    return order;
  }

  private static Set<Node> needed(Node node, Map<Value, Node> producers) {
    Set<Node> needed = new HashSet<>();
    for (Optional<Value> input : node.inputs()) {
      Node producer = input.isEmpty() ? null : producers.get(input.get());
      if (producer != null) {
        needed.add(producer);
      }
    }
    return needed;
  }

  /** The same network, its nodes in another order, its values and nodes under other names. */
  private static ModelGraph rebuilt(ModelGraph graph, List<Node> order, String prefix) {
    Copy copy = new Copy(graph, prefix);
    order.forEach(node -> copy.add(node, node.inputs().stream().map(copy::of).toList()));
    return copy.finish();
  }

  /** The same network with copies on a third of its edges. */
  private static ModelGraph copied(ModelGraph graph, Random random) {
    Copy copy = new Copy(graph, "");
    for (Node node : graph.nodes()) {
      List<Optional<Value>> inputs = new ArrayList<>();
      for (Optional<Value> input : node.inputs()) {
        Optional<Value> own = copy.of(input);
        inputs.add(own.isPresent() && random.nextInt(3) == 0 ? copy.identity(own.get()) : own);
      }
      copy.add(node, inputs);
    }
    return copy.finish();
  }

  /** A network that is being written anew. */
  private static final class Copy {
    private final ModelGraph graph;
    private final String prefix;
    private final List<Value> values = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Value, Value> own = new HashMap<>();

    Copy(ModelGraph graph, String prefix) {
      this.graph = graph;
      this.prefix = prefix;
      graph.values().forEach(value -> own.put(value, value(value)));
    }

    private Value value(Value old) {
      Value copy =
          new Value(
              values.size(),
              prefix + old.name(),
              old.kind(),
              old.type(),
              old.shape().orElse(null),
              old.sizeNames(),
              old.parameter().orElse(null),
              old.data().orElse(null),
              null);
      values.add(copy);
      return copy;
    }

    Optional<Value> of(Optional<Value> old) {
      return old.map(own::get);
    }

    Optional<Value> identity(Value of) {
      Value out =
          new Value(
              values.size(),
              "copy" + values.size(),
              Value.Kind.COMPUTED,
              of.type(),
              of.shape().orElse(null),
              null,
              null);
      values.add(out);
      List<Optional<Value>> inputs = List.of(Optional.of(of));
      List<Optional<Value>> outputs = List.of(Optional.of(out));
      String name = "copy" + nodes.size();
      nodes.add(new Node(nodes.size(), name, "", "Identity", inputs, outputs, Attributes.NONE, ""));
      return Optional.of(out);
    }

    void add(Node node, List<Optional<Value>> inputs) {
      nodes.add(
          new Node(
              nodes.size(),
              prefix + node.name(),
              node.domain(),
              node.opType(),
              inputs,
              node.outputs().stream().map(this::of).toList(),
              node.attributes(),
              node.scope()));
    }

    ModelGraph finish() {
      return new ModelGraph(
          graph.name(),
          graph.opsets(),
          nodes,
          values,
          graph.inputs().stream().map(own::get).toList(),
          graph.outputs().stream().map(own::get).toList(),
          List.of(),
          false);
    }
  }
}
