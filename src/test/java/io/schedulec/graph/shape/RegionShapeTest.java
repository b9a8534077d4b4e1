package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RegionShapeTest {
  @Test
  void aligned() {
    assertThat(
            OneNode.of("RoiAlign")
                .with("output_height", 7)
                .with("output_width", 5)
                .in(1, 256, 20, 20)
                .in(-1, 4)
                .in(-1)
                .shapes())
        .isEqualTo("?x256x7x5");
  }

  @Test
  void pooled() {
    assertThat(
            OneNode.of("MaxRoiPool")
                .list("pooled_shape", 7, 5)
                .in(1, 256, 20, 20)
                .in(3, 5)
                .shapes())
        .isEqualTo("3x256x7x5");
  }
}
