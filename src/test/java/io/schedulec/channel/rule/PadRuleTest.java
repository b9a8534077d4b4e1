package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PadRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 2, 2), "a", 4, 3, 1);

  @Test
  void channelsPassWherePlacesArePadded() {
    Value out = graph.node("Pad", a, graph.ints(0, 0, 1, 1, 0, 0, 1, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }

  @Test
  void paddedChannelsStay() {
    Value out = graph.node("Pad", a, graph.ints(0, 2, 0, 0, 0, 2, 0, 0));
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 8, 1))))
        .contains("4 padded: a@0 filters", "8 padded: b@1 channels");
  }

  @Test
  void unknownPadsFreezeAll() {
    Value out = graph.node("Pad", a, graph.input("pads", 8));
    assertThat(GroupText.of(graph.build(out))).anyMatch(line -> line.startsWith("4 padded"));
  }

  @Test
  void channelsPassWhereOnlyThePadsOfPlacesAreUnknown() {
    Value places = graph.input("p", 2);
    Value pads =
        graph.node(
            "Concat", Map.of("axis", 0L), graph.ints(0, 0), places, graph.ints(0, 0), places);
    Value out = graph.node("Pad", a, pads);
    assertThat(GroupText.of(graph.build(graph.conv(out, "b", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@1 channels");
  }
}
