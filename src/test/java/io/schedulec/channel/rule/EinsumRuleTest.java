package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EinsumRuleTest {
  private final Graphs graph = new Graphs();

  private Value einsum(String equation, Value... operands) {
    return graph.node("Einsum", Map.of("equation", equation), operands);
  }

  @Test
  void aProductWithAWeight() {
    Value a = einsum("btc,ck->btk", graph.input("x", 1, 7, 3), graph.parameter("a", 3, 4));
    Value out = einsum("btk,ok->bto", a, graph.parameter("b", 5, 4));
    assertThat(GroupText.of(graph.build(out)))
        .contains("4 free: a@1 filters, b@1 channels", "5 graph-output: b@0 filters");
  }

  @Test
  void headsAreMultipliedOneByOne() {
    Value x = graph.input("x", 1, 7, 3);
    Value q = graph.node("MatMul", x, graph.parameter("q", 3, 4));
    Value k = graph.node("MatMul", x, graph.parameter("k", 3, 4));
    Value heads =
        einsum(
            "bthd,bshd->bhts",
            graph.node("Reshape", q, graph.ints(1, 7, 2, 2)),
            graph.node("Reshape", k, graph.ints(1, 7, 2, 2)));
    assertThat(GroupText.of(graph.build(heads))).contains("4 free /2 /2: q@1 filters, k@1 filters");
  }

  @Test
  void whatIsSummedOverStays() {
    Value a = graph.node("MatMul", graph.input("x", 1, 7, 3), graph.parameter("a", 3, 4));
    assertThat(GroupText.of(graph.build(einsum("btc->bt", a)))).contains("4 reduced: a@1 filters");
  }

  @Test
  void diagonalsStay() {
    Value a = graph.node("MatMul", graph.input("x", 4, 3), graph.parameter("a", 3, 4));
    assertThat(GroupText.of(graph.build(einsum("ii->i", a))))
        .anyMatch(line -> line.startsWith("4 fixed-shape") && line.contains("a@1"));
  }
}
