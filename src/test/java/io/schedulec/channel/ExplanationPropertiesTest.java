package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of explanations that hold for every small network. */
final class ExplanationPropertiesTest {
  private static final int SIDE = 2;
  private static final int WIDEST = 12;

  private final Graphs graph = new Graphs();
  private final List<Value> values = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private Random random = new Random(0);

  private ModelGraph network(long seed, int nodes) {
    random = new Random(seed);
    values.add(graph.input("x", 1, 3, SIDE, SIDE));
    widths.add(3);
    Value shared = graph.parameter("shared", 4, 4, 1, 1);
    for (int i = 0; i < nodes; i++) {
      int place = random.nextInt(values.size());
      add(values.get(place), widths.get(place), shared, "w" + i);
    }
    Value end = values.get(values.size() - 1);
    return graph.build(end, values.get(random.nextInt(values.size())));
  }

  private void add(Value value, int width, Value shared, String name) {
    switch (random.nextInt(8)) {
      case 0 -> put(graph.node("Relu", value), width);
      case 1 -> put(depthwise(value, width, name), width);
      case 2 -> concat(value, width);
      case 3, 4 -> meet(random.nextBoolean() ? "Add" : "Mul", value, width);
      case 5 -> put(width == 4 ? graph.node("Conv", value, shared) : value, width);
      case 6 -> put(graph.node(random.nextInt(4) == 0 ? "Mystery" : "Sigmoid", value), width);
      default -> {
        int filters = 2 + 2 * random.nextInt(2);
        put(graph.conv(value, name, filters, width, 1), filters);
      }
    }
  }

  private Value depthwise(Value value, int width, String name) {
    return graph.node(
        "Conv", Map.of("group", (long) width), value, graph.parameter(name, width, 1, 1, 1));
  }

  private void concat(Value value, int width) {
    int other = random.nextInt(values.size());
    if (width + widths.get(other) <= WIDEST) {
      Value both = graph.node("Concat", Map.of("axis", 1L), value, values.get(other));
      put(both, width + widths.get(other));
    }
  }

  /** Meets a value of the same width, itself if there is no other. */
  private void meet(String operator, Value value, int width) {
    Value other = value;
    for (int i = 0; i < values.size(); i++) {
      other = widths.get(i) == width && random.nextBoolean() ? values.get(i) : other;
    }
    put(graph.node(operator, value, other), width);
  }

  private void put(Value value, int width) {
    values.add(value);
    widths.add(width);
  }

  @Property(tries = 60)
  void everyReasonAndLayerIsReachedThroughNodesThatTouchBothTensors(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 16) int nodes) {
    assertThat(TraceLaws.broken(network(seed, nodes), 1)).isEmpty();
  }

  @Example
  void thereAreTracesToJudge() {
    assertThat(TraceLaws.traces(network(1, 16))).isGreaterThan(20);
  }
}
