package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ColumnsShapeTest {
  @Test
  void image() {
    assertThat(OneNode.of("Col2Im").in(2, 27, 100).ints(12, 12).ints(3, 3).shapes())
        .isEqualTo("2x3x12x12");
  }

  @Test
  void unknownImage() {
    assertThat(OneNode.of("Col2Im").in(2, 27, 100).in(2).ints(3, 3).shapes()).isEqualTo("2x3x?x?");
  }
}
