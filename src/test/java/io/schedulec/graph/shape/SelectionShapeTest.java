package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SelectionShapeTest {
  @Test
  void slicesOfAMask() {
    assertThat(OneNode.of("Compress").with("axis", 1).in(2, 3).ints(1, 0, 1).shapes())
        .isEqualTo("2x2");
  }

  @Test
  void elementsOfAMask() {
    assertThat(OneNode.of("Compress").in(2, 3).in(6).shapes()).isEqualTo("?");
  }

  @Test
  void differentElements() {
    assertThat(OneNode.of("Unique").in(2, 3).outputs(4).shapes()).isEqualTo("? ? 6 ?");
  }

  @Test
  void differentSlices() {
    assertThat(OneNode.of("Unique").with("axis", 1).in(2, 3).outputs(4).shapes())
        .isEqualTo("2x? ? 3 ?");
  }

  @Test
  void boxes() {
    assertThat(OneNode.of("NonMaxSuppression").in(1, 100, 4).in(1, 5, 100).shapes())
        .isEqualTo("?x3");
  }
}
