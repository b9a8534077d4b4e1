package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import org.junit.jupiter.api.Test;

final class SourceRuleTest {
  private final Graphs graph = new Graphs();

  @Test
  void whatIsMadeOfNothingStays() {
    Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
    Value noise = graph.node("RandomNormalLike", a);
    Value out = graph.conv(graph.node("Add", a, noise), "b", 2, 4, 1);
    assertThat(GroupText.of(graph.build(out)))
        .anyMatch(line -> line.startsWith("4 fixed-shape") && line.contains("a@0"));
  }

  @Test
  void countsOfSizesBindNothing() {
    Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);
    Value numbers = graph.node("Range", graph.scalar(0), graph.scalar(4), graph.scalar(1));
    Value out = graph.conv(graph.node("Add", a, numbers), "b", 2, 4, 1);
    assertThat(GroupText.of(graph.build(out))).contains("4 free: a@0 filters, b@1 channels");
  }
}
