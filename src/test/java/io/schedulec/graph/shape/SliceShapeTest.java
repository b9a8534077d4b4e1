package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SliceShapeTest {
  @Test
  void ranges() {
    assertThat(OneNode.of("Slice").in(10, 8).ints(2).ints(7).ints(0).shapes()).isEqualTo("5x8");
    assertThat(OneNode.of("Slice").in(10).ints(-3).ints(Long.MAX_VALUE).ints(0).shapes())
        .isEqualTo("3");
    assertThat(OneNode.of("Slice").in(10).ints(1).ints(9).ints(0).ints(3).shapes()).isEqualTo("3");
    assertThat(OneNode.of("Slice").opset(9).list("starts", 1).list("ends", 3).in(10, 4).shapes())
        .isEqualTo("2x4");
  }

  @Test
  void backwards() {
    assertThat(
            OneNode.of("Slice")
                .ints(1, 2, 3)
                .ints(-1)
                .ints(Long.MIN_VALUE + 1)
                .ints(0)
                .ints(-1)
                .contents())
        .isEqualTo("[3, 2, 1]");
  }

  @Test
  void unknownBounds() {
    assertThat(OneNode.of("Slice").in(10, 8).in(1).in(1).ints(1).shapes()).isEqualTo("10x?");
    assertThat(OneNode.of("Slice").in(10, 8).in(1).in(1).in(1).shapes()).isEqualTo("?x?");
    assertThat(OneNode.of("Slice").in(-1, 8).ints(0).ints(5).ints(0).shapes()).isEqualTo("?x8");
  }
}
