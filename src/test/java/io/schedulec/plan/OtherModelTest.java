package io.schedulec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Structure;
import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The third law: a plan for a model of another structure is refused, with what differs. */
final class OtherModelTest {
  private static final Bundled MODEL = Bundled.of(network(8, 6, false, true));
  private static final String TEXT =
      """
      plan 1
      schedule "a.yaml" sha256:%s
      model "test.onnx" structure:%s
        operators 4 parameters 3
      rounding distiller

      group a size 8 {
        a axis 0 filters
        b axis 1 channels
      }

      epoch 0 {
        mask axis 0 of 8 lowest 0.5 by l1 {
          a
        }
        mask axis 1 of 6 lowest 0.5 by l1 {
          c
        }
      }

      epoch 1 {
        thin a filters 8 -> 4 drop
      }
      """
          .formatted("0".repeat(64), Structure.digest(MODEL.graph()));

  /** Three convolutions in a row. */
  private static ModelGraph network(long wide, long narrow, boolean joined, boolean relu) {
    Graphs graph = new Graphs();
    Value in = graph.input("x", 1, 3, 4, 4);
    Value a = graph.conv(in, "a", wide, 3, 1);
    Value b = graph.conv(relu ? graph.node("Relu", a) : a, "b", narrow, wide, 1);
    Value last = joined ? graph.node("Add", b, graph.conv(in, "d", narrow, 3, 1)) : b;
    return graph.build(graph.conv(last, "c", 2, narrow, 1));
  }

  @Test
  void thePlanIsRightForItsModel() {
    assertThat(Verifying.verdict(TEXT, MODEL)).isInstanceOf(Verdict.Verified.class);
  }

  @Test
  void aTensorIsMissing() {
    Bundled other = Bundled.model("resnet20_cifar");

    assertThat(difference(TEXT, other)).isEqualTo("`a` is no parameter of `resnet20_cifar.onnx`");
  }

  @Test
  void aGroupHasAnotherSize() {
    assertThat(difference(TEXT, Bundled.of(network(10, 6, false, true))))
        .isEqualTo("group `a` has 10 channels, not 8");
  }

  @Test
  void aMaskedAxisHasAnotherSize() {
    assertThat(difference(TEXT, Bundled.of(network(8, 5, false, true))))
        .isEqualTo("`c` has 5 indices on axis 1, not 6");
  }

  @Test
  void aGroupHasOtherMembers() {
    Graphs graph = new Graphs();
    Value in = graph.input("x", 1, 3, 4, 4);
    Value sum = graph.node("Add", graph.conv(in, "a", 8, 3, 1), graph.conv(in, "d", 8, 3, 1));
    Value b = graph.conv(sum, "b", 6, 8, 1);
    Bundled other = Bundled.of(graph.build(graph.conv(b, "c", 2, 6, 1)));

    assertThat(difference(TEXT, other)).isEqualTo("group `a` leaves out `d` axis 0");
  }

  @Test
  void thereAreOtherOperators() {
    assertThat(difference(TEXT, Bundled.of(network(8, 6, false, false))))
        .isEqualTo("`test.onnx` has 3 operators, not 4");
  }

  @Test
  void thereAreOtherParameters() {
    Bundled other = Bundled.of(network(8, 6, true, false));
    String text = TEXT.replace("operators 4", "operators 5");

    assertThat(difference(text, other)).isEqualTo("`test.onnx` has 4 parameters, not 3");
  }

  @Test
  void onlyTheWiringDiffers() {
    String text = TEXT.replaceFirst("structure:....", "structure:0000");

    assertThat(difference(text, MODEL))
        .isEqualTo(
            "operators, wiring, names or shapes of `test.onnx` differ where this plan does nothing");
  }

  @Test
  void aGroupThatMustStayBalancedIsNotThinned() {
    Graphs graph = new Graphs();
    Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 8, 3, 1);
    Value grouped = graph.node("Conv", Map.of("group", 2L), a, graph.parameter("b", 6, 4, 1, 1));
    Bundled model = Bundled.of(graph.build(graph.conv(grouped, "c", 2, 6, 1)));
    Group group =
        PlanGen.group(model.spaces().groupsOf("a", io.schedulec.channel.Role.FILTERS).get(0), "a");
    assertThat(group.balances()).extracting(Group.Balance::blocks).containsExactly(2);
    Plan plan = Verifying.parsed(TEXT).plan();
    Header header = plan.header();
    Header own =
        new Header(
            "a",
            header.scheduleDigest(),
            "b",
            Structure.digest(model.graph()),
            3,
            3,
            header.rounding());

    String text = PlanPrinter.print(new Plan(own, List.of(group), plan.blocks()), Comments.NONE);

    Verdict verdict = Verifying.verdict(text, model);
    assertThat(verdict).isInstanceOf(Verdict.Broken.class);
    assertThat(((Verdict.Broken) verdict).problems().get(0).message())
        .isEqualTo("`a` must lose as many channels from each of 2 blocks");
  }

  private static String difference(String text, Bundled model) {
    Verdict verdict = Verifying.verdict(text, model);
    assertThat(verdict).isInstanceOf(Verdict.OtherModel.class);
    return ((Verdict.OtherModel) verdict).difference();
  }
}
