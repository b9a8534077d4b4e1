package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SequenceShapeTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", 2, 7, 3);

  @Test
  void partsOfOneSize() {
    Value parts = split(graph.scalar(3));
    assertThat(shape(graph.node("SequenceAt", parts, graph.scalar(0)))).isEqualTo("2x3x3");
  }

  @Test
  void partsThatAreListed() {
    Value parts = split(graph.ints(2, 5));
    assertThat(shape(graph.node("SequenceAt", parts, graph.scalar(-1)))).isEqualTo("2x5x3");
  }

  @Test
  void partsWithoutTheirAxis() {
    Map<String, Object> attributes = Map.of("axis", 0L, "keepdims", 0L);
    Value parts = graph.node("SplitToSequence", attributes, in);
    assertThat(shape(graph.node("SequenceAt", parts, graph.scalar(1)))).isEqualTo("7x3");
  }

  @Test
  void partsArePutTogether() {
    Value parts = graph.node("SequenceConstruct", in, in, in);
    Value joined = graph.node("ConcatFromSequence", Map.of("axis", 1L), parts);
    Value stacked = graph.node("ConcatFromSequence", Map.of("axis", 1L, "new_axis", 1L), parts);
    ShapeTable shapes = ShapeInference.of(graph.build(joined, stacked));
    assertThat(shapes.shape(joined)).hasToString("Optional[2x21x3]");
    assertThat(shapes.shape(stacked)).hasToString("Optional[2x3x7x3]");
  }

  @Test
  void membersComeAndGo() {
    Value one = graph.node("SequenceInsert", graph.node("SequenceEmpty"), in);
    Value two = graph.node("SequenceInsert", one, graph.input("y", 9), graph.scalar(0));
    Value rest = graph.node("SequenceErase", two, graph.scalar(1));
    Value count = graph.node("SequenceLength", two);
    Value first = graph.node("SequenceAt", rest, graph.scalar(0));
    ShapeTable shapes = ShapeInference.of(graph.build(count, first));
    assertThat(shapes.integers(count)).hasValue(new long[] {2});
    assertThat(shapes.shape(first)).hasToString("Optional[9]");
  }

  @Test
  void unknownSequenceGivesNothing() {
    assertThat(shape(graph.node("SequenceAt", graph.input("s"), graph.scalar(0))))
        .isEqualTo("unknown");
  }

  private Value split(Value sizes) {
    return graph.node("SplitToSequence", Map.of("axis", 1L), in, sizes);
  }

  private String shape(Value value) {
    ShapeTable table = ShapeInference.of(graph.build(value));
    return table.shape(value).map(Shape::toString).orElse("unknown");
  }
}
