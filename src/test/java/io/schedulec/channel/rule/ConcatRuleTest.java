package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConcatRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", 1, 3, 4, 4);
  private final Value a = graph.conv(in, "a", 2, 3, 1);

  @Test
  void readerHasARunOfEach() {
    Value out = graph.node("Concat", Map.of("axis", 1L), a, graph.conv(in, "b", 3, 3, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 5, 1))))
        .contains(
            "2 free: a@0 filters, c@1 channels", "3 free: b@0 filters, c@1 channels [2][3][4]");
  }

  @Test
  void otherAxesAreTheSame() {
    Value out = graph.node("Concat", Map.of("axis", -1L), a, graph.conv(in, "b", 2, 3, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 2, 1))))
        .contains("2 free: a@0 filters, b@0 filters, c@1 channels");
  }

  @Test
  void frozenPartLeavesTheRestFree() {
    Value out = graph.node("Concat", Map.of("axis", 1L), a, in);
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 5, 1))))
        .contains(
            "2 free: a@0 filters, c@1 channels",
            "3 graph-input: a@1 channels, c@1 channels [2][3][4]");
  }
}
