package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LayerNormalizationRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a =
      graph.node("MatMul", graph.input("x", 1, 7, 3), graph.parameter("a", 3, 4));

  @Test
  void scaleAndShiftAreNumberedLikeTheLastAxis() {
    Value out =
        graph.node("LayerNormalization", a, graph.parameter("s", 4), graph.parameter("t", 4));
    Value read = graph.node("MatMul", out, graph.parameter("b", 4, 2));
    assertThat(GroupText.of(graph.build(read)))
        .contains("4 free: a@1 filters, s@0 norm, t@0 norm, b@0 channels");
  }

  @Test
  void writtenInSingleOperators() {
    Value mean = graph.node("ReduceMean", Map.of("axes", new long[] {-1}), a);
    Value centred = graph.node("Sub", a, mean);
    Value square = graph.node("Pow", centred, graph.reals(2));
    Value variance = graph.node("ReduceMean", Map.of("axes", new long[] {-1}), square);
    Value deviation = graph.node("Sqrt", graph.node("Add", variance, graph.reals(1e-5)));
    Value scaled =
        graph.node("Mul", graph.node("Div", centred, deviation), graph.parameter("s", 4));
    Value read = graph.node("MatMul", scaled, graph.parameter("b", 4, 2));
    assertThat(GroupText.of(graph.build(read)))
        .contains("4 free: a@1 filters, s@0 other, b@0 channels");
  }

  @Test
  void aMeanThatGoesElsewhereIsNoNormalisation() {
    Value mean = graph.node("ReduceMean", Map.of("axes", new long[] {-1}), a);
    Value gated = graph.node("Mul", a, graph.node("Sigmoid", mean));
    Value read = graph.node("MatMul", gated, graph.parameter("b", 4, 2));
    assertThat(GroupText.of(graph.build(read))).contains("4 reduced: a@1 filters, b@0 channels");
  }
}
