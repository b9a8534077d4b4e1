package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SoftmaxRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 2, 2), "a", 4, 3, 1);

  @Test
  void normalisedChannelsStay() {
    Value out = graph.node("Softmax", Map.of("axis", 1L), a);
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 normalised: a@0 filters, b@1 channels");
  }

  @Test
  void channelsPassOverOtherAxes() {
    Value out = graph.node("Softmax", Map.of("axis", -1L), a);
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void oldSoftmaxNormalisesAllAxesFromOneOn() {
    graph.opset(11);
    Value out = graph.node("Softmax", a);
    assertThat(GroupText.of(graph.build(out))).anyMatch(line -> line.startsWith("4 normalised"));
  }

  @Test
  void neighboursOfLrn() {
    Value out = graph.node("LRN", Map.of("size", 3L), a);
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 normalised: a@0 filters, b@1 channels");
  }
}
