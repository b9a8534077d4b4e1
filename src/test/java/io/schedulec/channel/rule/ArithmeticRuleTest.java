package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import org.junit.jupiter.api.Test;

final class ArithmeticRuleTest {
  private final Graphs graph = new Graphs();
  private final Value in = graph.input("x", 1, 3, 4, 4);
  private final Value a = graph.conv(in, "a", 4, 3, 1);

  @Test
  void summandsShareTheirChannels() {
    Value out = graph.node("Add", a, graph.conv(in, "b", 4, 3, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@0 filters, c@1 channels");
  }

  @Test
  void anyNumberOfOperands() {
    Value out = graph.node("Max", a, graph.conv(in, "b", 4, 3, 1), graph.conv(in, "c", 4, 3, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "d", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@0 filters, c@0 filters, d@1 channels");
  }

  @Test
  void parameterIsABias() {
    Value out = graph.node("Add", graph.parameter("b", 4, 1, 1), a);
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@0 bias, c@1 channels");
  }

  @Test
  void scalarsTieNothing() {
    Value out = graph.node("Pow", a, graph.reals(2));
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 4, 1))))
        .contains("4 free: a@0 filters, c@1 channels");
  }

  @Test
  void channelThatIsSpreadStays() {
    Value out = graph.node("Add", a, graph.conv(in, "b", 1, 3, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 4, 1))))
        .contains("4 free: a@0 filters, c@1 channels", "1 broadcast: b@0 filters");
  }

  @Test
  void constantsAreCutAlong() {
    Value out = graph.node("Sub", a, graph.reals(1, 4, 1, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 4, 1))))
        .contains("4 free: a@0 filters, c@1 channels");
  }

  @Test
  void slopesOfPRelu() {
    Value out = graph.node("PRelu", a, graph.parameter("b", 4, 1, 1));
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 4, 1))))
        .contains("4 free: a@0 filters, b@0 other, c@1 channels");
  }

  @Test
  void unknownSizeFreezesWhatItMeets() {
    Value out = graph.node("Add", a, graph.input("y", 1, -1, 4, 4));
    assertThat(GroupText.of(graph.build(graph.conv(out, "c", 2, 4, 1))))
        .contains("4 unknown-shape: a@0 filters, c@1 channels");
  }
}
