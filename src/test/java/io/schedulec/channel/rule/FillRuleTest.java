package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FillRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", 1, 3, 2, 2);
  private final Value weight = graph.parameter("a", 4, 3, 1, 1);

  @Test
  void biasAsLongAsItsWeightFollowsIt() {
    Value size = graph.node("Shape", Map.of("start", 0L, "end", 1L), weight);
    Value same = graph.node("Expand", size, graph.ints(1));
    Value bias = graph.node("Expand", graph.reals(0), same);
    Value out = graph.node("Conv", in, weight, bias);
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void zerosShapedLikeChannelsFollowThem() {
    Value a = graph.node("Conv", in, weight);
    Value size = graph.node("Gather", graph.node("Shape", a), graph.ints(1));
    Value ones = graph.ints(1);
    Value target = graph.node("Concat", Map.of("axis", 0L), ones, size, ones, ones);
    Value out = graph.node("Add", a, graph.node("ConstantOfShape", target));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void whatHasNoDataIsCutAlong() {
    Value out = graph.node("Conv", in, weight, graph.node("ConstantOfShape", graph.ints(4)));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void channelThatIsSpreadStays() {
    Value a = graph.conv(in, "a", 1, 3, 1);
    Value out = graph.node("Expand", a, graph.ints(1, 4, 2, 2));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("1 broadcast: a@0 filters", "4 fixed-shape: b@1 channels");
  }
}
