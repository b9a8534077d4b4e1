package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CropPadShapeTest {
  @Test
  void someAxes() {
    assertThat(OneNode.of("CenterCropPad").list("axes", 1, -1).in(3, 10, 20).ints(8, 24).shapes())
        .isEqualTo("3x8x24");
  }

  @Test
  void unknownTarget() {
    assertThat(OneNode.of("CenterCropPad").list("axes", 1).in(3, 10, 20).in(1).shapes())
        .isEqualTo("3x?x20");
  }
}
