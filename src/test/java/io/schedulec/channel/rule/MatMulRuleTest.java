package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MatMulRuleTest {
  private final Graphs graph = new Graphs();

  @Test
  void weightOnTheRight() {
    Value a = graph.node("MatMul", graph.input("x", 1, 7, 3), graph.parameter("a", 3, 4));
    Value out = graph.node("MatMul", graph.node("Gelu", a), graph.parameter("b", 4, 5));
    assertThat(GroupText.of(graph.build(out)))
        .containsExactly(
            "3 graph-input: a@0 channels",
            "4 free: a@1 filters, b@0 channels",
            "5 graph-output: b@1 filters");
  }

  @Test
  void weightOnTheLeft() {
    Value a = graph.node("MatMul", graph.parameter("a", 4, 3), graph.input("x", 1, 3, 7));
    Value out = graph.node("MatMul", graph.parameter("b", 5, 4), a);
    assertThat(GroupText.of(graph.build(out))).contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void transposedWeightIsFollowedToTheParameter() {
    Value weight = graph.node("Transpose", graph.parameter("a", 4, 3));
    Value a = graph.node("MatMul", graph.input("x", 7, 3), weight);
    Value out = graph.node("MatMul", a, graph.parameter("b", 4, 5));
    assertThat(GroupText.of(graph.build(out)))
        .contains("4 free: a@0 filters, b@0 channels", "3 graph-input: a@1 channels");
  }

  @Test
  void batchesOfActivations() {
    Value q = graph.node("MatMul", graph.input("x", 2, 7, 3), graph.parameter("q", 3, 4));
    Value k = graph.node("MatMul", graph.input("y", 2, 7, 3), graph.parameter("k", 3, 4));
    Value turned = graph.node("Transpose", Map.of("perm", new long[] {0, 2, 1}), k);
    assertThat(GroupText.of(graph.build(graph.node("MatMul", q, turned))))
        .contains("4 free: q@1 filters, k@1 filters");
  }
}
