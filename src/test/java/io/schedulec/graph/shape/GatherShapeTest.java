package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GatherShapeTest {
  @Test
  void indicesReplaceTheAxis() {
    assertThat(OneNode.of("Gather").with("axis", 1).in(2, 9, 4).in(3, 5).shapes())
        .isEqualTo("2x3x5x4");
    assertThat(OneNode.of("Gather").with("axis", 1).in(2, 9, 4).scalar(0).shapes())
        .isEqualTo("2x4");
  }

  @Test
  void elementsAreChosen() {
    assertThat(OneNode.of("Gather").ints(5, 6, 7).ints(2, -3).contents()).isEqualTo("[7, 5]");
    assertThat(OneNode.of("Gather").ints(5, 6, 7).scalar(1).contents()).isEqualTo("[6]");
  }
}
