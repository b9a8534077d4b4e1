package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import org.junit.jupiter.api.Test;

final class ElementwiseRuleTest {
  @Test
  void channelsPass() {
    for (String opType : new String[] {"Relu", "HardSwish", "Gelu", "Cast", "Dropout"}) {
      Graphs graph = new Graphs();
      Value in = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
      Value out = graph.conv(graph.node(opType, in), "b", 2, 4, 1);
      assertThat(GroupText.of(graph.build(out)))
          .as(opType)
          .contains("4 free: a@0 filters, b@1 channels");
    }
  }

  @Test
  void limitsOfClipAreNoChannels() {
    Graphs graph = new Graphs();
    Value in = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
    Value out = graph.node("Clip", in, graph.reals(0), graph.reals(6));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }
}
