package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DropoutShapeTest {
  @Test
  void maskIsShapedLikeTheInput() {
    assertThat(OneNode.of("Dropout").in(2, 3).outputs(2).shapes()).isEqualTo("2x3 2x3");
  }
}
