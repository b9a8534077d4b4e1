package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NormalizationShapeTest {
  @Test
  void trainingModeGivesStatistics() {
    assertThat(
            OneNode.of("BatchNormalization")
                .in(2, 8, 4)
                .in(8)
                .in(8)
                .in(8)
                .in(8)
                .outputs(3)
                .shapes())
        .isEqualTo("2x8x4 8 8");
  }

  @Test
  void layerNormalizationKeepsReducedAxes() {
    assertThat(OneNode.of("LayerNormalization").in(2, 5, 8).in(8).in(8).outputs(3).shapes())
        .isEqualTo("2x5x8 2x5x1 2x5x1");
  }
}
