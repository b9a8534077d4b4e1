package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OrderRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 5, 3, 1);

  @Test
  void sortedChannelsStay() {
    Value out = graph.nodes(2, "TopK", Map.of("axis", 1L), a, graph.ints(2)).get(0);
    assertThat(GroupText.of(graph.build(out))).contains("5 selected: a@0 filters");
  }

  @Test
  void otherAxesPass() {
    Value top = graph.nodes(2, "TopK", Map.of("axis", 3L), a, graph.ints(2)).get(0);
    Value sums = graph.node("CumSum", top, graph.scalar(2));
    Value low = graph.node("Trilu", sums);
    assertThat(GroupText.of(graph.build(graph.conv(low, "b", 2, 5, 1))))
        .contains("5 free: a@0 filters, b@1 channels");
  }

  @Test
  void runningSumsStay() {
    Value out = graph.node("CumSum", a, graph.scalar(1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 5, 1))))
        .anyMatch(line -> line.startsWith("5 selected") && line.contains("a@0"));
  }
}
