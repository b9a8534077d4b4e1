package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.testing.Graphs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProductRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", 1, 3, 4, 4);
  private final Value a = graph.conv(in, "a", 4, 3, 1);

  private static List<String> joins(ModelGraph graph) {
    List<String> joins = new ArrayList<>();
    for (CoupledGroup group : ChannelAnalysis.of(graph, ShapeInference.of(graph)).groups()) {
      for (CoupledGroup.Join join : group.joins()) {
        joins.add(
            join.writer().parameter().name()
                + " "
                + join.operator()
                + (join.product() ? " product" : ""));
      }
    }
    return joins;
  }

  private Value gate() {
    return graph.node("Sigmoid", graph.conv(graph.node("GlobalAveragePool", a), "gate", 4, 4, 1));
  }

  @Test
  void gateIsJoinedByAProduct() {
    Value out = graph.node("Mul", a, gate());
    assertThat(joins(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .containsExactly("a ", "gate Mul product", "b ");
  }

  @Test
  void smallerSideIsTheGateWhereverItStands() {
    Value out = graph.node("Mul", gate(), a);
    assertThat(joins(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .containsExactly("a ", "gate Mul product", "b ");
  }

  @Test
  void sumWithTheProductIsNoProduct() {
    Value out = graph.node("Add", graph.node("Mul", a, gate()), graph.conv(in, "c", 4, 3, 1));
    assertThat(joins(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .containsExactly("a ", "gate Mul product", "c Add", "b ");
  }

  @Test
  void gateThatIsAlsoAddedIsNoProduct() {
    Value gate = graph.conv(in, "gate", 4, 3, 1);
    Value out = graph.node("Add", graph.node("Mul", a, gate), gate);
    assertThat(joins(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .containsExactly("a ", "gate Mul", "b ");
  }

  @Test
  void squashedSideIsTheGate() {
    Value out = graph.node("Mul", graph.node("Sigmoid", graph.conv(in, "s", 4, 3, 1)), a);
    assertThat(joins(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .containsExactly("a ", "s Mul product", "b ");
  }
}
