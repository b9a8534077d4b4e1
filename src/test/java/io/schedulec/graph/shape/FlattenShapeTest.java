package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FlattenShapeTest {
  @Test
  void rowsAndColumns() {
    assertThat(OneNode.of("Flatten").in(2, 3, 4, 5).shapes()).isEqualTo("2x60");
    assertThat(OneNode.of("Flatten").with("axis", -1).in(2, 3, 4).shapes()).isEqualTo("6x4");
    assertThat(OneNode.of("Flatten").in(-1, 3, 4).shapes()).isEqualTo("?x12");
    assertThat(OneNode.of("Flatten").unknown().shapes()).isEqualTo("?x?");
  }
}
