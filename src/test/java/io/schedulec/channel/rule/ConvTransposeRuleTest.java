package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConvTransposeRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);

  @Test
  void axesAreExchanged() {
    Value out =
        graph.node("ConvTranspose", in, graph.parameter("b", 4, 5, 2, 2), graph.parameter("c", 5));
    assertThat(GroupText.of(graph.build(graph.conv(out, "d", 2, 5, 1))))
        .contains(
            "4 free: a@0 filters, b@0 channels", "5 free: b@1 filters, c@0 bias, d@1 channels");
  }

  @Test
  void groups() {
    Value out =
        graph.node("ConvTranspose", Map.of("group", 2L), in, graph.parameter("b", 4, 3, 1, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "d", 2, 6, 1))))
        .contains(
            "4 free /2: a@0 filters, b@0 channels",
            "6 free /2: b@1 filters conv-input, d@1 channels");
  }

  @Test
  void depthwise() {
    Value out =
        graph.node("ConvTranspose", Map.of("group", 4L), in, graph.parameter("b", 4, 1, 2, 2));
    assertThat(GroupText.of(graph.build(graph.conv(out, "d", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@0 depthwise, d@1 channels");
  }
}
