package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SamplingRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);

  @Test
  void channelsOfSampledMapsPass() {
    Value out = graph.node("GridSample", a, graph.input("grid", 1, 5, 5, 2));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void channelsOfRegionsPass() {
    Value out =
        graph.node(
            "RoiAlign",
            Map.of("output_height", 2L, "output_width", 2L),
            a,
            graph.input("rois", 7, 4),
            graph.input("batch", 7));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }
}
