package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecurrentRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in =
      graph.node("MatMul", graph.input("x", 5, 1, 3), graph.parameter("e", 3, 2));

  @Test
  void gatesOfAUnitGoTogether() {
    Value y =
        graph
            .nodes(
                3,
                "LSTM",
                Map.of("hidden_size", 2L),
                in,
                graph.parameter("w", 1, 8, 2),
                graph.parameter("r", 1, 8, 2),
                graph.parameter("b", 1, 16))
            .get(0);
    Value flat = graph.node("Reshape", y, graph.ints(5, 2));
    Value out = graph.node("MatMul", flat, graph.parameter("d", 2, 4));
    assertThat(GroupText.of(graph.build(out)))
        .contains(
            "2 free: e@1 filters, w@2 channels",
            "2 free: r@2 channels, w@1 filters [0,2,4,6][1,3,5,7], r@1 filters [0,2,4,6][1,3,5,7],"
                + " b@1 bias [0,2,4,6,8,10,12,14][1,3,5,7,9,11,13,15], d@0 channels");
  }

  @Test
  void bothDirectionsAlike() {
    Value y =
        graph
            .nodes(
                2,
                "GRU",
                Map.of("hidden_size", 2L, "direction", "bidirectional"),
                in,
                graph.parameter("w", 2, 6, 2),
                graph.parameter("r", 2, 6, 2))
            .get(0);
    Value turned = graph.node("Transpose", Map.of("perm", new long[] {0, 2, 1, 3}), y);
    Value flat = graph.node("Reshape", turned, graph.ints(0, 0, -1));
    Value out = graph.node("MatMul", flat, graph.parameter("d", 4, 3));
    assertThat(GroupText.of(graph.build(out)))
        .anyMatch(line -> line.startsWith("2 free") && line.endsWith("d@0 channels [0,2][1,3]"));
  }
}
