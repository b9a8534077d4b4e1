package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReduceRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 2, 2), "a", 4, 3, 1);

  @Test
  void channelsPassOverPlaces() {
    Value mean = graph.node("ReduceMean", Map.of("axes", new long[] {2, -1}, "keepdims", 0L), a);
    Value out = graph.node("Gemm", mean, graph.parameter("b", 4, 5));
    assertThat(GroupText.of(graph.build(out))).contains("4 free: a@0 filters, b@0 channels");
  }

  @Test
  void reducedChannelsStay() {
    Value mean = graph.node("ReduceMean", Map.of("axes", new long[] {1}), a);
    assertThat(GroupText.of(graph.build(mean))).contains("4 reduced: a@0 filters");
  }

  @Test
  void axesAsInput() {
    graph.opset(18);
    Value mean = graph.node("ReduceMean", a, graph.ints(-2, -1));
    assertThat(GroupText.of(graph.build(graph.conv(mean, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void unknownAxesFreezeAll() {
    graph.opset(18);
    Value mean = graph.node("ReduceMean", a, graph.input("axes", 1));
    assertThat(GroupText.of(graph.build(mean)))
        .anyMatch(line -> line.startsWith("4 unknown-shape") && line.contains("a@0"));
  }
}
