package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import org.junit.jupiter.api.Test;

final class InstanceNormalizationRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 6, 3, 1);

  @Test
  void eachChannelByItself() {
    Value out =
        graph.node("InstanceNormalization", a, graph.parameter("s", 6), graph.parameter("t", 6));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 6, 1))))
        .contains("6 free: a@0 filters, s@0 norm, t@0 norm, b@1 channels");
  }

  @Test
  void groupsOfChannels() {
    Value grouped = graph.node("Reshape", a, graph.ints(0, 2, -1));
    Value out = graph.node("InstanceNormalization", grouped, graph.reals(1, 2), graph.reals(0, 2));
    Value back = graph.node("Reshape", out, graph.ints(1, 6, 4, 4));
    Value scaled = graph.node("Mul", back, graph.parameter("s", 6, 1, 1));
    assertThat(GroupText.of(graph.build(graph.conv(scaled, "b", 2, 6, 1))))
        .contains("6 free /2: a@0 filters, s@0 other, b@1 channels");
  }
}
