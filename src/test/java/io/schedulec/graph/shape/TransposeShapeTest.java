package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TransposeShapeTest {
  @Test
  void axesArePermuted() {
    assertThat(OneNode.of("Transpose").list("perm", 0, 2, 1).in(2, 3, 4).shapes())
        .isEqualTo("2x4x3");
    assertThat(OneNode.of("Transpose").in(2, 3, 4).shapes()).isEqualTo("4x3x2");
    assertThat(OneNode.of("Transpose").list("perm", 0, 9).in(2, 3).shapes()).isEqualTo("unknown");
  }
}
