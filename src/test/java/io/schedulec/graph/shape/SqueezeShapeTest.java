package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SqueezeShapeTest {
  @Test
  void axesAsAttributeOrInput() {
    assertThat(OneNode.of("Squeeze").opset(11).list("axes", 0, -1).in(1, 3, 1).shapes())
        .isEqualTo("3");
    assertThat(OneNode.of("Squeeze").in(1, 3, 1).ints(2).shapes()).isEqualTo("1x3");
  }

  @Test
  void allAxesOfSizeOne() {
    assertThat(OneNode.of("Squeeze").in(1, 3, 1).shapes()).isEqualTo("3");
    assertThat(OneNode.of("Squeeze").in(-1, 3).shapes()).isEqualTo("unknown");
  }
}
