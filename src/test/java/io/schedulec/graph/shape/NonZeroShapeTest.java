package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NonZeroShapeTest {
  @Test
  void rowForEachAxis() {
    assertThat(OneNode.of("NonZero").in(3, 4, 5).shapes()).isEqualTo("3x?");
  }
}
