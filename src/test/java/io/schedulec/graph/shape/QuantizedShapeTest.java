package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuantizedShapeTest {
  @Test
  void convolution() {
    assertThat(
            OneNode.of("QLinearConv")
                .in(1, 3, 8, 8)
                .in()
                .in()
                .in(4, 3, 3, 3)
                .in()
                .in()
                .in()
                .in()
                .shapes())
        .isEqualTo("1x4x6x6");
  }

  @Test
  void product() {
    assertThat(OneNode.of("QLinearMatMul").in(2, 3).in().in().in(3, 5).in().in().in().in().shapes())
        .isEqualTo("2x5");
  }

  @Test
  void scaleAndZeroPoint() {
    assertThat(OneNode.of("DynamicQuantizeLinear").in(2, 3).outputs(3).shapes())
        .isEqualTo("2x3 scalar scalar");
  }
}
