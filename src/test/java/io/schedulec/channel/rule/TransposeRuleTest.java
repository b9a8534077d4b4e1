package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TransposeRuleTest {
  private final Graphs graph = new Graphs();

  @Test
  void axesMove() {
    Value a = graph.conv(graph.input("x", 1, 3, 2, 2), "a", 4, 3, 1);
    Value last = graph.node("Transpose", Map.of("perm", new long[] {0, 2, 3, 1}), a);
    Value out = graph.node("MatMul", last, graph.parameter("b", 4, 5));
    assertThat(GroupText.of(graph.build(out))).contains("4 free: a@0 filters, b@0 channels");
  }

  @Test
  void reversedWithoutPermutation() {
    Value weight = graph.node("Transpose", graph.parameter("a", 4, 3));
    Value out = graph.node("Gemm", graph.input("x", 1, 3), weight);
    assertThat(GroupText.of(graph.build(out)))
        .containsExactly("4 graph-output: a@0 filters", "3 graph-input: a@1 channels");
  }
}
