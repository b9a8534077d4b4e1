package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShapeOfShapeTest {
  @Test
  void shapeBecomesNumbers() {
    assertThat(OneNode.of("Shape").in(2, 3, 4).contents()).isEqualTo("[2, 3, 4]");
    assertThat(OneNode.of("Shape").with("start", 1).with("end", -1).in(2, 3, 4).contents())
        .isEqualTo("[3]");
    assertThat(OneNode.of("Size").in(2, 3, 4).contents()).isEqualTo("[24]");
    assertThat(OneNode.of("Shape").unknown().shapes()).isEqualTo("?");
  }
}
