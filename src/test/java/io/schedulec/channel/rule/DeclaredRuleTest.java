package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.DeclaredOperator.Clause;
import io.schedulec.graph.DeclaredOperator.Kind;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Structure;
import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeclaredRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.conv(graph.input("x", 1, 3, 8, 8), "a", 4, 3, 3);

  private static List<DeclaredOperator> act(Clause... clauses) {
    return List.of(new DeclaredOperator("", "FancyAct", List.of(clauses)));
  }

  private ModelGraph network(Value... operands) {
    return graph.build(graph.conv(graph.node("FancyAct", operands), "b", 2, 4, 1));
  }

  @Test
  void whatIsTheSamePasses() {
    ModelGraph plain = network(in);
    assertThat(GroupText.of(plain)).contains("4 unknown-shape: a@0 filters");
    assertThat(GroupText.of(plain.declaring(act(Clause.same(0)))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void anInputThatIsNotMentionedStays() {
    ModelGraph network = network(in, graph.parameter("slope", 4));
    assertThat(GroupText.of(network.declaring(act(Clause.same(0)))))
        .contains("4 free: a@0 filters, b@1 channels", "4 declared: slope@0 other");
  }

  @Test
  void anInputMayBeNumberedLikeAnAxis() {
    ModelGraph network = network(in, graph.parameter("slope", 4));
    assertThat(
            GroupText.of(
                network.declaring(act(Clause.same(0), new Clause(Kind.INPUT, 1, 0, 0, 1)))))
        .contains("4 free: a@0 filters, slope@0 other, b@1 channels");
  }

  @Test
  void anAxisThatIsNotMentionedStays() {
    ModelGraph network = graph.build(graph.node("Relu", graph.node("FancyAct", in)));
    List<DeclaredOperator> batch =
        act(new Clause(Kind.OUTPUT, 0, 0, 0, 0), new Clause(Kind.OUTPUT, 0, 2, 0, 2));
    // The shape of the output is not known then.
    assertThat(GroupText.of(network.declaring(batch))).contains("4 unknown-shape: a@0 filters");
    Graphs other = new Graphs();
    Value made = other.conv(other.input("x", 1, 3, 8, 8), "a", 4, 3, 3);
    Value out = other.node("FancyAct", made);
    Value next = other.node("FancyAct", out);
    ModelGraph twice = other.build(other.conv(next, "b", 2, 4, 1));
    assertThat(
            GroupText.of(twice.declaring(act(Clause.same(0), new Clause(Kind.INPUT, 0, 1, 0, 1)))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void whatNobodyHasDoesNotCount() {
    ModelGraph plain = network(in);
    ModelGraph declared =
        plain.declaring(List.of(new DeclaredOperator("my", "FancyAct", List.of(Clause.same(0)))));
    assertThat(declared.declared()).isEmpty();
    assertThat(Structure.digest(declared)).isEqualTo(Structure.digest(plain));
  }

  @Test
  void aDeclarationIsPartOfTheStructure() {
    ModelGraph plain = network(in);
    String same = Structure.digest(plain.declaring(act(Clause.same(0))));
    assertThat(same).isNotEqualTo(Structure.digest(plain));
    assertThat(same).isEqualTo(Structure.digest(plain.declaring(act(Clause.same(0)))));
    assertThat(same)
        .isNotEqualTo(Structure.digest(plain.declaring(act(new Clause(Kind.OUTPUT, 0, 1, 0, 1)))));
  }

  @Test
  void anOperatorWithARuleKeepsIt() {
    Value out = graph.conv(graph.node("Relu", in), "b", 2, 4, 1);
    ModelGraph network =
        graph
            .build(out)
            .declaring(
                List.of(
                    new DeclaredOperator(
                        "", "Relu", List.of(new Clause(Kind.OUTPUT, 0, 0, 0, 0)))));
    assertThat(GroupText.of(network)).contains("4 free: a@0 filters, b@1 channels");
  }
}
