package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnsqueezeShapeTest {
  @Test
  void axesAreNumberedAsInTheResult() {
    assertThat(OneNode.of("Unsqueeze").opset(11).list("axes", 0, 2).in(3, 4).shapes())
        .isEqualTo("1x3x1x4");
    assertThat(OneNode.of("Unsqueeze").in(3, -1).ints(-1).shapes()).isEqualTo("3x?x1");
    assertThat(OneNode.of("Unsqueeze").scalar(7).ints(0).contents()).isEqualTo("[7]");
  }
}
