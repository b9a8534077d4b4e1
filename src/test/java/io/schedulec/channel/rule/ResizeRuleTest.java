package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import org.junit.jupiter.api.Test;

final class ResizeRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 2, 2), "a", 4, 3, 1);

  @Test
  void channelsPass() {
    Value out = graph.node("Resize", a, null, graph.reals(new long[] {4}, 1, 1, 2, 2));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void resampledChannelsStay() {
    Value out = graph.node("Resize", a, null, graph.reals(2, 4));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 8, 1))))
        .contains("4 fixed-shape: a@0 filters", "8 fixed-shape: b@1 channels");
  }
}
