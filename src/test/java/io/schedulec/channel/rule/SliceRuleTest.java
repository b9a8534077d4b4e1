package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import org.junit.jupiter.api.Test;

final class SliceRuleTest {
  private final Graphs graph = new Graphs();
  private final Value a = graph.conv(graph.input("x", 1, 3, 4, 4), "a", 6, 3, 1);

  private Value slice(Value in, long start, long end, long axis, long step) {
    return graph.node(
        "Slice", in, graph.ints(start), graph.ints(end), graph.ints(axis), graph.ints(step));
  }

  @Test
  void whatIsCutOffIsReadByNobody() {
    Value out = graph.conv(slice(a, 0, 4, 1, 1), "b", 2, 4, 1);
    assertThat(GroupText.of(graph.build(out)))
        .contains("4 free: a@0 filters, b@1 channels", "2 free: a@0 filters [4][5]");
  }

  @Test
  void stepsAndBackwards() {
    Value even = graph.conv(slice(a, 0, 6, 1, 2), "b", 2, 3, 1);
    Value back = graph.conv(slice(a, -1, Long.MIN_VALUE, 1, -1), "c", 2, 6, 1);
    assertThat(GroupText.of(graph.build(even, back)))
        .contains(
            "3 free: a@0 filters [0][2][4], b@1 channels, c@1 channels [5][3][1]",
            "3 free: a@0 filters [1][3][5], c@1 channels [4][2][0]");
  }

  @Test
  void otherAxesPass() {
    Value out = graph.conv(slice(a, 1, 3, 2, 1), "b", 2, 6, 1);
    assertThat(GroupText.of(graph.build(out))).contains("6 free: a@0 filters, b@1 channels");
  }

  @Test
  void unknownBoundsStay() {
    Value out = graph.node("Slice", a, graph.input("s", 1), graph.ints(9), graph.ints(1));
    assertThat(GroupText.of(graph.build(out)))
        .anyMatch(line -> line.startsWith("6 selected") && line.contains("a@0"));
  }
}
