package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShapeInferenceTest {
  @Test
  void flattenIsComputedFromTheBatchSize() {
    Graphs graph = new Graphs();
    Value in = graph.input("x", -1, 16, 4, 4);
    Value batch = graph.node("Gather", graph.node("Shape", in), graph.scalar(0));
    Value row = graph.node("Unsqueeze", batch, graph.ints(0));
    Value target = graph.node("Concat", Map.of("axis", 0L), row, graph.ints(-1));
    Value out = graph.node("Reshape", in, target);
    ShapeTable shapes = ShapeInference.of(graph.build(out));
    assertThat(shapes.shape(out)).hasToString("Optional[?x256]");
    assertThat(shapes.sameSize(in, 0, out, 0)).isTrue();
    assertThat(shapes.integers(target)).isEmpty();
  }

  @Test
  void targetsSurviveArithmeticAndChoice() {
    Graphs graph = new Graphs();
    Value shape = graph.node("Shape", graph.input("x", 2, 12));
    Value count = graph.node("Slice", shape, graph.ints(1), graph.ints(2), graph.ints(0));
    Value half = graph.node("Div", count, graph.ints(2));
    Value open = graph.node("Equal", half, graph.ints(-1));
    Value chosen = graph.node("Where", open, graph.ints(1), half);
    ShapeTable shapes = ShapeInference.of(graph.build(chosen));
    assertThat(shapes.integers(chosen)).hasValue(new long[] {6});
  }

  @Test
  void differentUnknownSizesAreNotTheSame() {
    Graphs graph = new Graphs();
    Value a = graph.input("a", -1, 3);
    Value b = graph.input("b", -1, 3);
    Value sum = graph.node("Add", a, b);
    ShapeTable shapes = ShapeInference.of(graph.build(sum));
    assertThat(shapes.sameSize(a, 0, b, 0)).isFalse();
    assertThat(shapes.sameSize(a, 1, sum, 1)).isTrue();
    assertThat(shapes.shape(sum)).hasToString("Optional[?x3]");
  }

  @Test
  void unknownOperatorGivesNothing() {
    Graphs graph = new Graphs();
    Value out = graph.node("Mystery", graph.input("x", 2, 3));
    assertThat(ShapeInference.of(graph.build(out)).shape(out)).isEmpty();
  }

  @Test
  void eachOperatorHasOneRule() {
    assertThat(ShapeRules.operators()).doesNotHaveDuplicates().contains("Conv", "Reshape");
  }
}
