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

  @Test
  void rowsOfAllSequencesAndBack() {
    Graphs graph = new Graphs();
    Value in = graph.input("x", -1, -1, 64);
    Value shape = graph.node("Shape", in);
    Value batch = graph.node("Gather", shape, graph.ints(0));
    Value length = graph.node("Gather", shape, graph.ints(1));
    Value count = graph.node("Mul", batch, length);
    Value rows = graph.node("Concat", Map.of("axis", 0L), count, graph.ints(64));
    Value flat = graph.node("Reshape", in, rows);
    Value heads = graph.node("Concat", Map.of("axis", 0L), batch, length, graph.ints(8, -1));
    Value split = graph.node("Reshape", flat, heads);
    ShapeTable shapes = ShapeInference.of(graph.build(split));
    assertThat(shapes.shape(flat)).hasToString("Optional[?x64]");
    assertThat(shapes.shape(split)).hasToString("Optional[?x?x8x8]");
    assertThat(shapes.sameSize(in, 0, split, 0)).isTrue();
    assertThat(shapes.sameSize(in, 1, split, 1)).isTrue();
    assertThat(shapes.sameSize(in, 0, split, 1)).isFalse();
    assertThat(shapes.sameSize(in, 0, flat, 0)).isFalse();
  }

  @Test
  void pathsOfEqualStridesMeet() {
    Graphs graph = new Graphs();
    Value in = graph.input("x", -1, 8, -1, -1);
    Map<String, Object> twice =
        Map.of("strides", new long[] {2, 2}, "pads", new long[] {1, 1, 1, 1});
    Value main = graph.node("Conv", twice, in, graph.parameter("a.weight", 16, 8, 3, 3));
    Value side =
        graph.node(
            "Conv",
            Map.of("strides", new long[] {2, 2}),
            in,
            graph.parameter("b.weight", 16, 8, 1, 1));
    Value sum = graph.node("Add", main, side);
    ShapeTable shapes = ShapeInference.of(graph.build(sum));
    assertThat(shapes.sameSize(main, 2, side, 2)).isTrue();
    assertThat(shapes.sameSize(main, 2, sum, 2)).isTrue();
    assertThat(shapes.sameSize(main, 2, main, 3)).isFalse();
  }

  @Test
  void shapeThatCannotBeIsUnknown() {
    Graphs graph = new Graphs();
    Value shape = graph.ints(1L << 40, 1L << 40);
    Value huge = graph.node("ConstantOfShape", shape);
    ShapeTable shapes = ShapeInference.of(graph.build(huge));
    assertThat(shapes.shape(huge)).hasToString("Optional[?x?]");
  }

  @Test
  void constantThatLooksLikeSymbolIsUnknown() {
    Graphs graph = new Graphs();
    Value odd = graph.ints(-(1L << 62) - 5, -(1L << 62), 3);
    ShapeTable shapes = ShapeInference.of(graph.build(odd));
    assertThat(shapes.integers(odd)).isEmpty();
    assertThat(shapes.integer(odd, 2)).hasValue(3);
    assertThat(shapes.integer(odd, 0)).isEmpty();
  }
}
