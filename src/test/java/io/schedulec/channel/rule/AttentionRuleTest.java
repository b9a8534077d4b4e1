package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AttentionRuleTest {
  private final Graphs graph = new Graphs();
  private final Value x = graph.input("x", 1, 7, 3);

  private Value heads(String name, long heads, long size) {
    Value flat = graph.node("MatMul", x, graph.parameter(name, 3, heads * size));
    Value split = graph.node("Reshape", flat, graph.ints(1, 7, heads, size));
    return graph.node("Transpose", Map.of("perm", new long[] {0, 2, 1, 3}), split);
  }

  private Value merged(Value heads, long channels) {
    Value turned = graph.node("Transpose", Map.of("perm", new long[] {0, 2, 1, 3}), heads);
    Value flat = graph.node("Reshape", turned, graph.ints(1, 7, channels));
    return graph.node("MatMul", flat, graph.parameter("o", channels, 2));
  }

  @Test
  void asManyGoFromEachHead() {
    Value y = graph.node("Attention", heads("q", 2, 2), heads("k", 2, 2), heads("v", 2, 2));
    assertThat(GroupText.of(graph.build(merged(y, 4))))
        .contains("4 free /2 /2: q@1 filters, k@1 filters", "4 free /2: v@1 filters, o@0 channels");
  }

  @Test
  void queriesThatShareKeysGoTogether() {
    Value y = graph.node("Attention", heads("q", 4, 2), heads("k", 2, 2), heads("v", 2, 2));
    assertThat(GroupText.of(graph.build(merged(y, 8))))
        .anyMatch(line -> line.contains("q@1 filters [0,2][1,3][4,6][5,7], k@1 filters"));
  }

  @Test
  void writtenInSingleOperators() {
    Value keys = graph.node("Transpose", Map.of("perm", new long[] {0, 1, 3, 2}), heads("k", 2, 2));
    Value scores = graph.node("Softmax", graph.node("MatMul", heads("q", 2, 2), keys));
    Value y = graph.node("MatMul", scores, heads("v", 2, 2));
    assertThat(GroupText.of(graph.build(merged(y, 4))))
        .contains("4 free /2 /2: k@1 filters, q@1 filters", "4 free /2: v@1 filters, o@0 channels");
  }
}
