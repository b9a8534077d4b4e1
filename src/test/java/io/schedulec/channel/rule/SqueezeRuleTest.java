package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SqueezeRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a =
      graph.node("GlobalAveragePool", graph.conv(graph.input("x", 1, 3, 2, 2), "a", 4, 3, 1));

  @Test
  void channelsPass() {
    Value flat = graph.node("Squeeze", a, graph.ints(2, 3));
    Value out = graph.node("Gemm", flat, graph.parameter("b", 4, 5));
    assertThat(GroupText.of(graph.build(out))).contains("4 free: a@0 filters, b@0 channels");
  }

  @Test
  void axesAsAttribute() {
    graph.opset(11);
    Value flat = graph.node("Squeeze", Map.of("axes", new long[] {-1}), a);
    Value back = graph.node("Unsqueeze", Map.of("axes", new long[] {2}), flat);
    assertThat(GroupText.of(graph.build(graph.conv(back, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }
}
