package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import org.junit.jupiter.api.Test;

final class ShapeOfRuleTest {
  @Test
  void askingForTheSizeFreezesNothing() {
    Graphs graph = new Graphs();
    Value in = graph.input("x", 1, 3, 2, 2);
    Value a = graph.conv(in, "a", 4, 3, 1);
    Value out = graph.node("Reshape", a, graph.node("Shape", a));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }
}
