package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import org.junit.jupiter.api.Test;

final class TileRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 2, 3, 1);

  @Test
  void channelsComeAgain() {
    Value out = graph.node("Tile", a, graph.ints(1, 3, 1, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 6, 1))))
        .contains("2 free: a@0 filters, b@1 channels [0,2,4][1,3,5]");
  }

  @Test
  void otherAxesPass() {
    Value out = graph.node("Tile", a, graph.ints(1, 1, 2, 2));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 2, 1))))
        .contains("2 free: a@0 filters, b@1 channels");
  }
}
