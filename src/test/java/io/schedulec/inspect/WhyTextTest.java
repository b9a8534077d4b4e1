package io.schedulec.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.Explanations;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.testing.Graphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WhyTextTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", 1, 3, 8, 8);

  private static String why(ModelGraph model, String... names) {
    List<Parameter> weights = new ArrayList<>();
    for (String name : names) {
      model.parameters().stream()
          .filter(p -> p.name().equals(name))
          .findFirst()
          .ifPresent(weights::add);
    }
    return WhyText.of(model, Explanations.of(model, ShapeInference.of(model)), weights, 100, false);
  }

  @Test
  void theWayNamesModulesAndPointsAsTheDataFlows() {
    Value a = graph.conv(in, "a.weight", 4, 3, 1);
    Value b = graph.conv(in, "b.weight", 4, 3, 1);
    Value sum = graph.scope("layer1.0").node("Add", a, b);

    assertThat(why(graph.build(graph.conv(sum, "c.weight", 2, 4, 1)), "a.weight", "b.weight"))
        .contains("a -> Add 1.0 <- b\n")
        .contains("a <- input x -> b\n");
  }

  @Test
  void readersOfOneTensorAreShownWithWhatComputesIt() {
    Value a = graph.scope("stem").node("Relu", graph.conv(in, "a.weight", 4, 3, 1));
    Value b = graph.conv(a, "b.weight", 4, 4, 1);
    Value c = graph.conv(a, "c.weight", 4, 4, 1);

    assertThat(why(graph.build(graph.node("Add", b, c)), "b.weight", "c.weight"))
        .contains("b <- Relu stem -> c\n");
  }

  @Test
  void theOperatorThatHoldsChannelsEndsTheWay() {
    Value a = graph.conv(in, "a.weight", 4, 3, 1);
    Value active = graph.scope("act").node("Relu", a);
    Value strange = graph.scope("odd").node("MeanVarianceNormalization", active);

    assertThat(why(graph.build(strange), "a.weight"))
        .contains("axis 0 filters: 4 channels, group 0, not prunable\n")
        .contains("  unknown-op: ")
        .contains("    a -> Relu act -> MeanVarianceNormalization odd\n");
  }

  @Test
  void onlyTheChannelsThatAreHeldAreNamed() {
    Value a = graph.conv(in, "a.weight", 2, 3, 1);
    Value b = graph.conv(in, "b.weight", 3, 3, 1);
    Value both = graph.scope("join").node("Concat", Map.of("axis", 1L), a, b);

    assertThat(why(graph.build(graph.conv(both, "c.weight", 4, 5, 1), b), "c.weight"))
        .contains("axis 1 channels 0..1: 2 channels, group 0, prunable\n")
        .contains("axis 1 channels 2..4: 3 channels, group 2, not prunable\n")
        .contains("    c <- Concat join <- b -> output Conv_1\n");
  }

  @Test
  void whatIsNotCoupledIsSaid() {
    Value a = graph.conv(in, "a.weight", 4, 3, 1);
    Value b = graph.conv(graph.node("Relu", a), "b.weight", 4, 4, 1);
    Value c = graph.conv(graph.node("Relu", b), "c.weight", 4, 4, 1);

    assertThat(why(graph.build(c), "a.weight", "c.weight"))
        .isEqualTo(
            "a.weight and c.weight are not coupled: no channel of one is a channel of the other\n");
  }
}
