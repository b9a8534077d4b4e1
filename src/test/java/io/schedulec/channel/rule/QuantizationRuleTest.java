package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QuantizationRuleTest {
  private final Graphs graph = new Graphs();

  @Test
  void weightsThatAreStoredRounded() {
    Value stored = graph.parameter("q", 4, 3, 1, 1);
    Value scale = graph.parameter("s", 4);
    Value weight = graph.node("DequantizeLinear", Map.of("axis", 0L), stored, scale);
    Value a = graph.node("Conv", graph.input("x", 1, 3, 4, 4), weight);
    assertThat(GroupText.of(graph.build(graph.conv(a, "b", 2, 4, 1))))
        .contains("4 free: q@0 filters, s@0 norm, b@1 channels");
  }

  @Test
  void oneScaleForAll() {
    Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
    Value rounded = graph.node("QuantizeLinear", a, graph.reals(0.1));
    Value back = graph.node("DequantizeLinear", rounded, graph.reals(0.1));
    assertThat(GroupText.of(graph.build(graph.conv(back, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }
}
