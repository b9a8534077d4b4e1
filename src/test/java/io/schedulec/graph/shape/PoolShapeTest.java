package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PoolShapeTest {
  @Test
  void windowSlides() {
    assertThat(
            OneNode.of("MaxPool")
                .list("kernel_shape", 2, 2)
                .list("strides", 2, 2)
                .in(1, 8, 7, 8)
                .shapes())
        .isEqualTo("1x8x3x4");
  }

  @Test
  void roundingUp() {
    assertThat(
            OneNode.of("MaxPool")
                .list("kernel_shape", 3, 3)
                .list("strides", 2, 2)
                .with("ceil_mode", 1)
                .in(1, 8, 112, 8)
                .shapes())
        .isEqualTo("1x8x56x4");
    assertThat(
            OneNode.of("MaxPool")
                .list("kernel_shape", 1)
                .list("strides", 2)
                .with("ceil_mode", 1)
                .in(1, 8, 4)
                .shapes())
        .isEqualTo("1x8x2");
  }

  @Test
  void globalPoolingLeavesOnePlace() {
    assertThat(OneNode.of("GlobalAveragePool").in(2, 8, 7, -1).shapes()).isEqualTo("2x8x1x1");
  }

  @Test
  void indicesAreShapedAlike() {
    assertThat(OneNode.of("MaxPool").list("kernel_shape", 2).in(1, 2, 4).outputs(2).shapes())
        .isEqualTo("1x2x3 1x2x3");
  }
}
