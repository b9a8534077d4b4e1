package io.schedulec.inspect.draw;

import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import io.schedulec.testing.Graphs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Models to draw. */
final class Networks {
  private static final int WIDTH = 4;

  private Networks() {}

  static ModelFacts facts(ModelGraph graph) {
    ShapeTable shapes = ShapeInference.of(graph);
    return ModelFacts.of(graph, shapes, ChannelAnalysis.of(graph, shapes));
  }

  static ModelFacts bundled(String name) {
    return new Models().load(Path.of("test-schedules/models").resolve(name));
  }

  /** Convolutions, sums, gates, concatenations and splits of what there is already. */
  static ModelFacts random(int seed, int size) {
    Random random = new Random(seed);
    Graphs graph = new Graphs();
    List<Value> values = new ArrayList<>();
    values.add(graph.conv(graph.input("x", 1, 3, 4, 4), "stem.weight", WIDTH, 3, 1));
    for (int i = 0; i < size; i++) {
      Value a = recent(values, random);
      Value b = recent(values, random);
      switch (random.nextInt(6)) {
        case 0 -> values.add(graph.node("Add", a, b));
        case 1 -> values.add(graph.node("Mul", a, graph.node("Sigmoid", b)));
        case 2 -> {
          Value both = graph.node("Concat", Map.of("axis", 1L), a, b);
          values.add(graph.conv(both, "c" + i + ".weight", WIDTH, 2 * WIDTH, 1));
        }
        case 3 -> {
          List<Value> halves = graph.nodes(2, "Split", Map.of("axis", 1L), a);
          values.add(graph.node("Concat", Map.of("axis", 1L), halves.get(1), halves.get(0)));
        }
        default ->
            values.add(graph.node("Relu", graph.conv(a, "c" + i + ".weight", WIDTH, WIDTH, 3)));
      }
    }
    return facts(graph.build(values.get(values.size() - 1), recent(values, random)));
  }

  private static Value recent(List<Value> values, Random random) {
    int back = random.nextInt(Math.min(values.size(), random.nextInt(10) == 0 ? 99 : 4));
    return values.get(values.size() - 1 - back);
  }

  /** A chain all of whose convolutions are read at its end, too. */
  static ModelFacts skipping(int size) {
    Graphs graph = new Graphs();
    Value at = graph.input("x", 1, WIDTH, 4, 4);
    Value[] all = new Value[size];
    for (int i = 0; i < size; i++) {
      at = graph.conv(at, "c" + i + ".weight", WIDTH, WIDTH, 1);
      all[i] = at;
    }
    return facts(graph.build(graph.node("Sum", all)));
  }

  /** Residual blocks, of which so many are alike. */
  static ModelFacts residual(int blocks) {
    Graphs graph = new Graphs();
    Value at = graph.conv(graph.input("x", 1, 3, 8, 8), "stem.weight", WIDTH, 3, 3);
    for (int i = 0; i < blocks; i++) {
      Value inner = graph.node("Relu", graph.conv(at, "b" + i + ".one.weight", 8, WIDTH, 3));
      at = graph.node("Add", graph.conv(inner, "b" + i + ".two.weight", WIDTH, 8, 3), at);
    }
    return facts(graph.build(graph.conv(at, "head.weight", 2, WIDTH, 1)));
  }
}
