package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TileShapeTest {
  @Test
  void sizesAreMultiplied() {
    assertThat(OneNode.of("Tile").in(2, 3).ints(1, 4).shapes()).isEqualTo("2x12");
    assertThat(OneNode.of("Tile").in(2, 3).in(2).shapes()).isEqualTo("?x?");
  }
}
