package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BatchNormalizationRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 4, 3, 1);

  private Value[] operands() {
    return new Value[] {
      in,
      graph.parameter("scale", 4),
      graph.parameter("shift", 4),
      graph.parameter("mean", 4),
      graph.parameter("var", 4)
    };
  }

  @Test
  void parametersAreNumberedLikeChannels() {
    Value out = graph.node("BatchNormalization", operands());
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains(
            "4 free: a@0 filters, scale@0 norm, shift@0 norm, mean@0 norm, var@0 norm, b@1 channels");
  }

  @Test
  void updatedStatisticsOfTrainingModeToo() {
    List<Value> out = graph.nodes(3, "BatchNormalization", Map.of("training_mode", 1L), operands());
    assertThat(GroupText.of(graph.build(graph.conv(out.get(0), "b", 2, 4, 1), out.get(1))))
        .anyMatch(line -> line.startsWith("4 graph-output: a@0 filters, scale@0 norm"));
  }

  @Test
  void channelsThatStatisticsAreTakenOverAreFrozen() {
    Graphs tokens = new Graphs();
    Value linear = tokens.node("MatMul", tokens.input("x", 1, 7, 3), tokens.parameter("a", 3, 8));
    Value out =
        tokens.node(
            "InstanceNormalization",
            linear,
            tokens.parameter("scale", 7),
            tokens.parameter("shift", 7));
    Value last = tokens.node("MatMul", out, tokens.parameter("b", 8, 2));
    assertThat(GroupText.of(tokens.build(last)))
        .contains("8 normalised: a@1 filters, b@0 channels");
  }
}
