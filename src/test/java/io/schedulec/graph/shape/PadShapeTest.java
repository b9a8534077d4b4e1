package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PadShapeTest {
  @Test
  void bothEnds() {
    assertThat(OneNode.of("Pad").in(1, 3, 8).ints(0, 0, 1, 0, 0, 2).shapes()).isEqualTo("1x3x11");
    assertThat(OneNode.of("Pad").opset(10).list("pads", 0, 1, 0, 1).in(2, 3).shapes())
        .isEqualTo("2x5");
    assertThat(OneNode.of("Pad").opset(18).in(2, 3).ints(1, 1).absent().ints(-1).shapes())
        .isEqualTo("2x5");
    assertThat(OneNode.of("Pad").in(2, 3).in(4).shapes()).isEqualTo("?x?");
  }
}
