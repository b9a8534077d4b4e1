package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SplitRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 5, 3, 1);

  @Test
  void eachPartHasItsRun() {
    List<Value> parts = graph.nodes(2, "Split", Map.of("axis", 1L), a, graph.ints(2, 3));
    Value first = graph.conv(parts.get(0), "b", 2, 2, 1);
    Value second = graph.conv(parts.get(1), "c", 2, 3, 1);
    assertThat(GroupText.of(graph.build(first, second)))
        .contains(
            "2 free: a@0 filters, b@1 channels", "3 free: a@0 filters [2][3][4], c@1 channels");
  }

  @Test
  void partsThatMeetAgainGoTogether() {
    Value wide = graph.conv(a, "w", 6, 5, 1);
    List<Value> parts = graph.nodes(2, "Split", Map.of("axis", 1L, "num_outputs", 2L), wide);
    Value gated = graph.node("Mul", parts.get(0), graph.node("Sigmoid", parts.get(1)));
    assertThat(GroupText.of(graph.opset(18).build(graph.conv(gated, "b", 2, 3, 1))))
        .contains("3 free: w@0 filters [0,3][1,4][2,5], b@1 channels");
  }

  @Test
  void unknownSizesStay() {
    Value sizes = graph.input("sizes", 2);
    List<Value> parts = graph.nodes(2, "Split", Map.of("axis", 1L), a, sizes);
    assertThat(GroupText.of(graph.build(parts.get(0))))
        .anyMatch(line -> line.startsWith("5 unknown-shape") && line.contains("a@0"));
  }
}
