package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GroupNormalizationRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 6, 3, 1);

  private Value normalised(long parameters) {
    return graph.node(
        "GroupNormalization",
        Map.of("num_groups", 2L),
        a,
        graph.parameter("s", parameters),
        graph.parameter("t", parameters));
  }

  @Test
  void asManyGoFromEachGroup() {
    assertThat(GroupText.of(graph.opset(21).build(graph.conv(normalised(6), "b", 2, 6, 1))))
        .contains("6 free /2: a@0 filters, s@0 norm, t@0 norm, b@1 channels");
  }

  @Test
  void aScaleForEachGroupStays() {
    assertThat(GroupText.of(graph.opset(18).build(graph.conv(normalised(2), "b", 2, 6, 1))))
        .contains("6 free /2: a@0 filters, b@1 channels", "2 fixed-shape: s@0 norm");
  }
}
