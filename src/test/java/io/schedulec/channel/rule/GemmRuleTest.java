package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GemmRuleTest {
  @Test
  void allTranspositions() {
    for (long transA = 0; transA < 2; transA++) {
      for (long transB = 0; transB < 2; transB++) {
        Graphs graph = new Graphs();
        Value a = graph.node("Gemm", graph.input("x", 2, 3), graph.parameter("a", 3, 4));
        Value left = transA == 1 ? graph.node("Transpose", a) : a;
        Value b = transB == 1 ? graph.parameter("b", 5, 4) : graph.parameter("b", 4, 5);
        Value out =
            graph.node(
                "Gemm",
                Map.of("transA", transA, "transB", transB),
                left,
                b,
                graph.parameter("c", 5));
        String axis = transB == 1 ? "b@1" : "b@0";
        String made = transB == 1 ? "b@0" : "b@1";
        assertThat(GroupText.of(graph.build(graph.node("Relu", out))))
            .contains(
                "4 free: a@1 filters, " + axis + " channels",
                "5 graph-output: " + made + " filters, c@0 bias");
      }
    }
  }
}
