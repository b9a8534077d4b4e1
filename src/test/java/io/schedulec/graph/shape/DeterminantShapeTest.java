package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DeterminantShapeTest {
  @Test
  void stack() {
    assertThat(OneNode.of("Det").in(2, 5, 3, 3).shapes()).isEqualTo("2x5");
  }

  @Test
  void matrix() {
    assertThat(OneNode.of("Det").in(3, 3).shapes()).isEqualTo("scalar");
  }
}
