package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConcatShapeTest {
  @Test
  void sizesAreAdded() {
    assertThat(OneNode.of("Concat").with("axis", 1).in(2, 3, 4).in(2, 5, 4).shapes())
        .isEqualTo("2x8x4");
    assertThat(OneNode.of("Concat").with("axis", -1).in(2, 3).in(-1, -1).shapes()).isEqualTo("2x?");
  }

  @Test
  void targetsArePutTogether() {
    assertThat(OneNode.of("Concat").with("axis", 0).ints(1, 2).ints(-1).contents())
        .isEqualTo("[1, 2, -1]");
  }
}
