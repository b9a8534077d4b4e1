package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LossShapeTest {
  @Test
  void scalar() {
    assertThat(OneNode.of("SoftmaxCrossEntropyLoss").in(8, 10).in(8).outputs(2).shapes())
        .isEqualTo("scalar 8x10");
  }

  @Test
  void unreduced() {
    assertThat(
            OneNode.of("NegativeLogLikelihoodLoss")
                .with("reduction", "none")
                .in(8, 10)
                .in(8)
                .shapes())
        .isEqualTo("8");
  }
}
