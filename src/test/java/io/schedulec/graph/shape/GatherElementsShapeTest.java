package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GatherElementsShapeTest {
  @Test
  void likeTheIndices() {
    assertThat(OneNode.of("GatherElements").in(2, 3).in(2, 7).shapes()).isEqualTo("2x7");
  }
}
