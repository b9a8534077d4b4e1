package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResizeShapeTest {
  @Test
  void scales() {
    assertThat(OneNode.of("Resize").in(1, 8, 5, 5).absent().scales(1, 1, 2, 1.5).shapes())
        .isEqualTo("1x8x10x7");
    assertThat(OneNode.of("Upsample").opset(9).in(1, 8, 5).scales(1, 1, 2).shapes())
        .isEqualTo("1x8x10");
    assertThat(OneNode.of("Upsample").opset(7).reals("scales", 1, 2).in(8, 5).shapes())
        .isEqualTo("8x10");
  }

  @Test
  void sizes() {
    assertThat(OneNode.of("Resize").in(-1, 8, 5, 5).absent().absent().ints(1, 8, 9, 9).shapes())
        .isEqualTo("1x8x9x9");
    assertThat(
            OneNode.of("Resize")
                .opset(18)
                .list("axes", 2, 3)
                .in(1, 8, 5, 5)
                .absent()
                .absent()
                .ints(9, 9)
                .shapes())
        .isEqualTo("1x8x9x9");
    assertThat(OneNode.of("Resize").in(1, 8).absent().in(2).shapes()).isEqualTo("?x?");
  }
}
