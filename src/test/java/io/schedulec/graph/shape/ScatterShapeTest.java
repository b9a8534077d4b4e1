package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScatterShapeTest {
  @Test
  void likeTheTensor() {
    assertThat(OneNode.of("ScatterND").in(8, 4).in(2, 1).in(2, 4).shapes()).isEqualTo("8x4");
  }

  @Test
  void elements() {
    assertThat(OneNode.of("ScatterElements").in(8, -1).in(2, 4).in(2, 4).shapes()).isEqualTo("8x?");
  }
}
