package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConvRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", 1, 3, 8, 8);

  @Test
  void filtersAreTheChannelsOfTheNext() {
    Value out = graph.conv(graph.conv(in, "a", 4, 3, 3), "b", 5, 4, 1);
    assertThat(GroupText.of(graph.build(out)))
        .containsExactly(
            "4 free: a@0 filters, b@1 channels",
            "3 graph-input: a@1 channels",
            "5 graph-output: b@0 filters");
  }

  @Test
  void biasGoesWithItsFilter() {
    Value one = graph.node("Conv", in, graph.parameter("a", 4, 3, 1, 1), graph.parameter("b", 4));
    assertThat(GroupText.of(graph.build(graph.conv(one, "c", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@0 bias, c@1 channels");
  }

  @Test
  void groupedConvolutionNeedsEqualNumbers() {
    Value one = graph.conv(in, "a", 4, 3, 1);
    Value weight = graph.parameter("b", 6, 2, 1, 1);
    Value two = graph.node("Conv", Map.of("group", 2L), one, weight);
    assertThat(GroupText.of(graph.build(graph.conv(two, "c", 2, 6, 1))))
        .contains(
            "4 free /2: a@0 filters, b@1 channels conv-input",
            "6 free /2: b@0 filters, c@1 channels");
  }

  @Test
  void depthwiseFiltersFollowTheirChannel() {
    Value one = graph.conv(in, "a", 3, 3, 1);
    Value weight = graph.parameter("b", 6, 1, 3, 3);
    Value two = graph.node("Conv", Map.of("group", 3L), one, weight);
    assertThat(GroupText.of(graph.build(graph.conv(two, "c", 2, 6, 1))))
        .contains(
            "3 free: a@0 filters, b@0 depthwise [0,1][2,3][4,5], c@1 channels [0,1][2,3][4,5]");
  }

  @Test
  void weightMayBeRearranged() {
    Value weight =
        graph.node(
            "Transpose", Map.of("perm", new long[] {3, 2, 0, 1}), graph.parameter("a", 1, 1, 3, 4));
    Value out = graph.conv(graph.node("Conv", in, weight), "b", 2, 4, 1);
    assertThat(GroupText.of(graph.build(out)))
        .contains("4 free: a@3 filters, b@1 channels", "3 graph-input: a@2 channels");
  }

  @Test
  void groupedWeightThatIsComputedIsFrozen() {
    Value weight =
        graph.node("Mul", graph.parameter("m", 4, 2, 1, 1), graph.parameter("a", 4, 2, 1, 1));
    Value one = graph.conv(in, "c", 4, 3, 1);
    Value out = graph.node("Conv", Map.of("group", 2L), one, weight);
    assertThat(GroupText.of(graph.build(graph.conv(out, "d", 2, 4, 1))))
        .contains("4 fixed-shape: c@0 filters")
        .anyMatch(line -> line.startsWith("2 fixed-shape: m@1"));
  }

  @Test
  void oneWeightUsedTwiceJoinsItsInputs() {
    Value shared = graph.parameter("s", 4, 4, 1, 1);
    Value a = graph.node("Conv", graph.conv(in, "a", 4, 3, 1), shared);
    Value b = graph.node("Conv", graph.conv(in, "b", 4, 3, 1), shared);
    assertThat(GroupText.of(graph.build(a, b)))
        .contains("4 free: a@0 filters, s@1 channels, b@0 filters");
  }

  @Test
  void channelsUnderTheWindowAreFrozen() {
    Value linear = graph.node("MatMul", graph.input("y", 1, 7, 3), graph.parameter("a", 3, 8));
    Value one = graph.node("Conv", linear, graph.parameter("b", 5, 7, 3));
    Value two = graph.node("ConvTranspose", linear, graph.parameter("c", 7, 5, 3));
    assertThat(GroupText.of(graph.build(one))).contains("8 windowed: a@1 filters");
    assertThat(GroupText.of(graph.build(two))).contains("8 windowed: a@1 filters");
  }
}
