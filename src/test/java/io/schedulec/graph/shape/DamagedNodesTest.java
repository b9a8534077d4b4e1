package io.schedulec.graph.shape;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/** No node, however senseless, makes inference fail. */
final class DamagedNodesTest {
  private static final long[] SIZES = {
    -1, -1, 0, 1, 1, 2, 3, 4, 8, 16, 1L << 31, 1L << 40, Long.MAX_VALUE
  };
  private static final long[] NUMBERS = {
    -(1L << 62),
    -(1L << 62) - 1,
    Long.MIN_VALUE,
    -9,
    -3,
    -2,
    -1,
    0,
    1,
    2,
    3,
    7,
    4096,
    Integer.MAX_VALUE,
    1L << 40,
    Long.MAX_VALUE
  };
  private static final List<String> LISTS =
      List.of(
          "pads",
          "strides",
          "dilations",
          "kernel_shape",
          "axes",
          "perm",
          "split",
          "starts",
          "ends",
          "shape",
          "output_shape",
          "output_padding",
          "pooled_shape");
  private static final List<String> WHOLES =
      List.of(
          "axis",
          "keepdims",
          "group",
          "to",
          "batch_dims",
          "layout",
          "hidden_size",
          "blocksize",
          "transA",
          "k",
          "allowzero",
          "start",
          "end",
          "num_outputs",
          "ceil_mode",
          "q_num_heads",
          "kv_num_heads",
          "onesided",
          "inverse",
          "noop_with_empty_axes",
          "exclusive",
          "reverse");
  private static final List<String> TEXTS =
      List.of(
          "", "SAME_UPPER", "VALID", "not_larger", "none", "bidirectional", "ij,jk->ik", "...i");

  @Property(tries = 20_000)
  void nothingIsThrown(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> operators = ShapeInference.operators();
    String operator = operators.get(random.nextInt(operators.size()));
    Graphs graph = new Graphs().opset(7 + random.nextInt(18));
    @Nullable Value[] inputs = new @Nullable Value[random.nextInt(6)];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = input(graph, random, i);
    }
    Map<String, Object> attributes = attributes(random);
    Value first = graph.nodes(1 + random.nextInt(3), operator, attributes, inputs).get(0);
    Value last = graph.node("Reshape", first, graph.node("Shape", first));
    Assertions.assertDoesNotThrow(
        () -> ShapeInference.of(graph.build(last)), () -> operator + attributes);
  }

  private static @Nullable Value input(Graphs graph, Random random, int place) {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> graph.input("x" + place);
      case 2 -> graph.scalar(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 3 -> graph.ints(some(random, NUMBERS));
      case 4 -> graph.integers(new long[] {2, 2}, 1, 0, -1, random.nextInt(5));
      case 5 -> graph.node("Shape", graph.input("y" + place, some(random, SIZES)));
      default -> graph.input("x" + place, some(random, SIZES));
    };
  }

  private static Map<String, Object> attributes(Random random) {
    Map<String, Object> attributes = new HashMap<>();
    for (String name : LISTS) {
      if (random.nextInt(4) == 0) {
        attributes.put(name, some(random, NUMBERS));
      }
    }
    for (String name : WHOLES) {
      if (random.nextInt(4) == 0) {
        attributes.put(name, NUMBERS[random.nextInt(NUMBERS.length)]);
      }
    }
    for (String name : List.of("auto_pad", "keep_aspect_ratio_policy", "direction", "equation")) {
      if (random.nextInt(2) == 0) {
        attributes.put(name, TEXTS.get(random.nextInt(TEXTS.size())));
      }
    }
    return attributes;
  }

  private static long[] some(Random random, long[] choices) {
    long[] some = new long[random.nextInt(6)];
    for (int i = 0; i < some.length; i++) {
      some[i] = choices[random.nextInt(choices.length)];
    }
    return some;
  }
}
