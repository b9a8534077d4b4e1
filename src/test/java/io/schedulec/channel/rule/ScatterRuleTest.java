package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScatterRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 6, 3, 1);

  @Test
  void axesThatAreNotNumberedPass() {
    Value last = graph.node("Transpose", Map.of("perm", new long[] {2, 3, 0, 1}), a);
    Value updates = graph.node("MatMul", graph.input("t", 5, 1, 3), graph.parameter("u", 3, 6));
    Value out = graph.node("ScatterND", last, graph.input("i", 5, 2), updates);
    Value read = graph.node("MatMul", out, graph.parameter("b", 6, 2));
    assertThat(GroupText.of(graph.build(read)))
        .contains("6 free: a@0 filters, u@1 filters, b@0 channels");
  }

  @Test
  void numberedAxesStay() {
    Value out = graph.node("ScatterND", a, graph.input("i", 1, 2), graph.input("u", 1, 4, 4));
    assertThat(GroupText.of(graph.build(out)))
        .anyMatch(line -> line.startsWith("6 selected") && line.contains("a@0"));
  }

  @Test
  void elementsOfAnAxisStay() {
    Value out =
        graph.node(
            "ScatterElements",
            Map.of("axis", 1L),
            a,
            graph.input("i", 1, 2, 4, 4),
            graph.input("u", 1, 2, 4, 4));
    assertThat(GroupText.of(graph.build(out)))
        .anyMatch(line -> line.startsWith("6 selected") && line.contains("a@0"));
  }
}
