package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GatherRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 6, 3, 1);

  @Test
  void chosenChannels() {
    Value out = graph.node("Gather", Map.of("axis", 1L), a, graph.ints(5, 0, -5));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 3, 1))))
        .contains(
            "3 free: a@0 filters [0][1][5], b@1 channels [1][2][0]",
            "3 free: a@0 filters [2][3][4]");
  }

  @Test
  void wordsOfAnEmbeddingStay() {
    Value out = graph.node("Gather", graph.parameter("e", 9, 4), graph.input("words", 1, 5));
    Value read = graph.node("MatMul", out, graph.parameter("b", 4, 2));
    assertThat(GroupText.of(graph.build(read)))
        .contains("9 selected: e@0 other", "4 free: e@1 filters, b@0 channels");
  }

  @Test
  void partOfASplitAxisIsASpaceOfItsOwn() {
    Value flat = graph.node("MatMul", graph.input("t", 1, 5, 3), graph.parameter("w", 3, 8));
    Value split = graph.node("Reshape", flat, graph.ints(1, 5, 2, 4));
    Value first = graph.node("Gather", Map.of("axis", 2L), split, graph.scalar(0));
    Value second = graph.node("Gather", Map.of("axis", 2L), split, graph.scalar(1));
    Value out = graph.node("MatMul", first, graph.parameter("b", 4, 2));
    Value other = graph.node("MatMul", second, graph.parameter("c", 4, 2));
    assertThat(GroupText.of(graph.build(out, other)))
        .contains(
            "4 free: w@1 filters, b@0 channels", "4 free: w@1 filters [4][5][6][7], c@0 channels");
  }

  @Test
  void computedIndicesKeepAllChannels() {
    Value out = graph.node("Gather", Map.of("axis", 1L), a, graph.input("i", 3));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 3, 1))))
        .anyMatch(line -> line.startsWith("6 selected") && line.contains("a@0"));
  }
}
