package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExpandShapeTest {
  @Test
  void axesOfSizeOneGrow() {
    assertThat(OneNode.of("Expand").in(3, 1).ints(2, 1, 4).shapes()).isEqualTo("2x3x4");
    assertThat(OneNode.of("Expand").in(3, 1).in(3).shapes()).isEqualTo("?x?x?");
    assertThat(OneNode.of("Expand").ints(7).ints(2).contents()).isEqualTo("[7, 7]");
  }
}
