package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FillShapeTest {
  @Test
  void constantOfShape() {
    assertThat(OneNode.of("ConstantOfShape").ints(2, 3).shapes()).isEqualTo("2x3");
    assertThat(OneNode.of("ConstantOfShape").ints(2).contents()).isEqualTo("[0, 0]");
    assertThat(OneNode.of("ConstantOfShape").in(2).shapes()).isEqualTo("?x?");
  }

  @Test
  void range() {
    assertThat(OneNode.of("Range").scalar(1).scalar(8).scalar(3).contents()).isEqualTo("[1, 4, 7]");
    assertThat(OneNode.of("Range").scalar(3).scalar(0).scalar(-1).contents())
        .isEqualTo("[3, 2, 1]");
    assertThat(OneNode.of("Range").scalar(0).in().scalar(1).shapes()).isEqualTo("?");
  }

  @Test
  void samples() {
    assertThat(OneNode.of("Multinomial").with("sample_size", 5).in(-1, 10).shapes())
        .isEqualTo("?x5");
  }

  @Test
  void chance() {
    assertThat(OneNode.of("RandomNormal").list("shape", 2, 3).shapes()).isEqualTo("2x3");
  }
}
