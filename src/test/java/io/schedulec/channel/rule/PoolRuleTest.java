package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PoolRuleTest {
  @Test
  void channelsPass() {
    for (String opType : new String[] {"MaxPool", "AveragePool", "GlobalMaxPool"}) {
      Graphs graph = new Graphs();
      Value in = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
      Value out = graph.node(opType, Map.of("kernel_shape", new long[] {2, 2}), in);
      assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
          .contains("4 free: a@0 filters, b@1 channels");
    }
  }

  @Test
  void channelsUnderTheWindowAreFrozen() {
    Graphs graph = new Graphs();
    Value in = graph.node("MatMul", graph.input("x", 1, 7, 3), graph.parameter("a", 3, 8));
    Value out = graph.node("MaxPool", Map.of("kernel_shape", new long[] {8}), in);
    assertThat(GroupText.of(graph.build(out))).contains("8 windowed: a@1 filters");
  }
}
