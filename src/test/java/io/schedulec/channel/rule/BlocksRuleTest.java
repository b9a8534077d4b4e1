package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BlocksRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", 1, 3, 4, 4);

  private Value blocks(String operator, String mode, Value of) {
    return graph.node(operator, Map.of("blocksize", 2L, "mode", mode), of);
  }

  @Test
  void neighboursBecomeOneChannel() {
    Value a = graph.conv(in, "a", 8, 3, 1);
    assertThat(
            GroupText.of(graph.build(graph.conv(blocks("DepthToSpace", "CRD", a), "b", 2, 2, 1))))
        .contains("2 free: a@0 filters [0,1,2,3][4,5,6,7], b@1 channels");
  }

  @Test
  void channelsFarApartBecomeOne() {
    Value a = graph.conv(in, "a", 8, 3, 1);
    assertThat(
            GroupText.of(graph.build(graph.conv(blocks("DepthToSpace", "DCR", a), "b", 2, 2, 1))))
        .contains("2 free: a@0 filters [0,2,4,6][1,3,5,7], b@1 channels");
  }

  @Test
  void aChannelBecomesAsManyAsABlockHasPlaces() {
    Value a = graph.conv(in, "a", 2, 3, 1);
    Value out = graph.node("SpaceToDepth", Map.of("blocksize", 2L), a);
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 8, 1))))
        .contains("2 free: a@0 filters, b@1 channels [0,2,4,6][1,3,5,7]");
  }
}
