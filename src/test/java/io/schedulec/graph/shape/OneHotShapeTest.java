package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OneHotShapeTest {
  @Test
  void lastAxisIsNew() {
    assertThat(OneNode.of("OneHot").in(2, 3).scalar(10).in(2).shapes()).isEqualTo("2x3x10");
  }

  @Test
  void axisIsNew() {
    assertThat(OneNode.of("OneHot").with("axis", 0).in(2, 3).ints(10).in(2).shapes())
        .isEqualTo("10x2x3");
  }

  @Test
  void unknownDepth() {
    assertThat(OneNode.of("OneHot").in(2, 3).in(1).in(2).shapes()).isEqualTo("2x3x?");
  }
}
