package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SamplingShapeTest {
  @Test
  void pointsOfAGrid() {
    assertThat(OneNode.of("GridSample").in(2, 3, 8, 8).in(2, 5, 6, 2).shapes())
        .isEqualTo("2x3x5x6");
  }

  @Test
  void unknownGrid() {
    assertThat(OneNode.of("GridSample").in(2, 3, 8, 8).unknown().shapes()).isEqualTo("2x3x?x?");
  }

  @Test
  void grid() {
    assertThat(OneNode.of("AffineGrid").in(-1, 2, 3).ints(4, 3, 7, 8).shapes())
        .isEqualTo("?x7x8x2");
  }

  @Test
  void gridOfUnknownSize() {
    assertThat(OneNode.of("AffineGrid").in(2, 3, 4).in(5).shapes()).isEqualTo("2x?x?x?x3");
  }
}
