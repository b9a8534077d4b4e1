package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SplitShapeTest {
  @Test
  void listedParts() {
    assertThat(OneNode.of("Split").with("axis", 1).in(2, 8).ints(3, 5).outputs(2).shapes())
        .isEqualTo("2x3 2x5");
    assertThat(OneNode.of("Split").opset(11).list("split", 2, 6).in(8, 2).outputs(2).shapes())
        .isEqualTo("2x2 6x2");
  }

  @Test
  void evenParts() {
    assertThat(
            OneNode.of("Split").with("axis", 1).with("num_outputs", 3).in(1, 8).outputs(3).shapes())
        .isEqualTo("1x3 1x3 1x2");
    assertThat(OneNode.of("Split").with("axis", 1).in(1, -1).outputs(2).shapes())
        .isEqualTo("1x? 1x?");
  }
}
