package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GemmShapeTest {
  @Test
  void eitherFactorMayBeTransposed() {
    assertThat(OneNode.of("Gemm").in(2, 3).in(3, 5).shapes()).isEqualTo("2x5");
    assertThat(OneNode.of("Gemm").with("transB", 1).in(-1, 3).in(5, 3).shapes()).isEqualTo("?x5");
    assertThat(OneNode.of("Gemm").with("transA", 1).in(3, 2).in(3, 5).shapes()).isEqualTo("2x5");
  }
}
