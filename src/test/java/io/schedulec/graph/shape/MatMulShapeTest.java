package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MatMulShapeTest {
  @Test
  void batchAxesAreBroadcast() {
    assertThat(OneNode.of("MatMul").in(2, 3, 4).in(4, 5).shapes()).isEqualTo("2x3x5");
    assertThat(OneNode.of("MatMul").in(7, 1, 3, 4).in(2, 4, 5).shapes()).isEqualTo("7x2x3x5");
  }

  @Test
  void vectors() {
    assertThat(OneNode.of("MatMul").in(4).in(4, 5).shapes()).isEqualTo("5");
    assertThat(OneNode.of("MatMul").in(3, 4).in(4).shapes()).isEqualTo("3");
    assertThat(OneNode.of("MatMul").in(4).in(4).shapes()).isEqualTo("scalar");
  }
}
