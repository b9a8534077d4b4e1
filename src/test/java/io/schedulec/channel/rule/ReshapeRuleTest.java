package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReshapeRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", -1, 3, 2, 2), "a", 4, 3, 1);

  @Test
  void flatteningGivesEachChannelABlockOfColumns() {
    Value out = graph.node("Gemm", graph.node("Flatten", a), graph.parameter("b", 16, 5));
    assertThat(GroupText.of(graph.build(out)))
        .contains("4 free: a@0 filters, b@0 channels [0,1,2,3][4,5,6,7][8,9,10,11][12,13,14,15]");
  }

  @Test
  void channelsLastFlattensToCycles() {
    Value last = graph.node("Transpose", Map.of("perm", new long[] {0, 2, 3, 1}), a);
    Value flat = graph.node("Reshape", last, graph.ints(0, -1));
    Value out = graph.node("Gemm", flat, graph.parameter("b", 16, 5));
    assertThat(GroupText.of(graph.build(out)))
        .contains("4 free: a@0 filters, b@0 channels [0,4,8,12][1,5,9,13][2,6,10,14][3,7,11,15]");
  }

  @Test
  void placesAreMergedBesideTheChannels() {
    Value flat = graph.node("Reshape", a, graph.ints(0, 0, -1));
    Value back = graph.node("Reshape", flat, graph.ints(0, 0, 2, 2));
    assertThat(GroupText.of(graph.build(graph.conv(back, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void shuffledChannelsAreFollowed() {
    Value split = graph.node("Reshape", a, graph.ints(0, 2, 2, 2, 2));
    Value swapped = graph.node("Transpose", Map.of("perm", new long[] {0, 2, 1, 3, 4}), split);
    Value merged = graph.node("Reshape", graph.node("Relu", swapped), graph.ints(0, 4, 2, 2));
    assertThat(GroupText.of(graph.build(graph.conv(merged, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels [0][2][1][3]");
  }

  @Test
  void reducedPartGoesAsAWhole() {
    Value split = graph.node("Reshape", a, graph.ints(0, 2, 2, 4));
    Value mean = graph.node("ReduceMean", Map.of("axes", new long[] {1}), split);
    assertThat(GroupText.of(graph.build(mean))).contains("2 graph-output: a@0 filters [0,2][1,3]");
  }

  @Test
  void channelsMixedWithPlacesGoWithTheColumnsThatReadThem() {
    Value split = graph.node("Reshape", a, graph.ints(0, 2, 8));
    Value out = graph.node("MatMul", split, graph.parameter("b", 8, 3));
    assertThat(GroupText.of(graph.build(out)))
        .contains("2 free: a@0 filters [0,2][1,3], b@0 channels [0,1,2,3][4,5,6,7]");
  }

  @Test
  void unknownTargetStays() {
    Value out = graph.node("Reshape", a, graph.input("shape", 2));
    assertThat(GroupText.of(graph.build(out))).anyMatch(line -> line.startsWith("4 unknown-shape"));
  }
}
