package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LookupRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 6, 3, 1);

  @Test
  void elementsOfAnotherAxis() {
    Value out = graph.node("GatherElements", Map.of("axis", 2L), a, graph.input("i", 1, 6, 2, 4));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 6, 1))))
        .anyMatch(line -> line.startsWith("6 graph-input") && line.contains("a@0 filters"));
  }

  @Test
  void slicesPassWhatTheyDoNotChooseFrom() {
    Value last = graph.node("Transpose", Map.of("perm", new long[] {2, 3, 0, 1}), a);
    Value out = graph.node("GatherND", last, graph.input("i", 5, 2));
    Value read = graph.node("MatMul", out, graph.parameter("b", 6, 2));
    assertThat(GroupText.of(graph.build(read))).contains("6 free: a@0 filters, b@0 channels");
  }

  @Test
  void compressedAxisStays() {
    Value out = graph.node("Compress", Map.of("axis", 1L), a, graph.input("c", 6));
    assertThat(GroupText.of(graph.build(out)))
        .anyMatch(line -> line.startsWith("6 selected") && line.contains("a@0"));
  }
}
