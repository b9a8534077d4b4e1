package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConvShapeTest {
  @Test
  void windowSlides() {
    assertThat(OneNode.of("Conv").in(1, 3, 32, 32).in(16, 3, 3, 3).shapes())
        .isEqualTo("1x16x30x30");
    assertThat(
            OneNode.of("Conv")
                .list("pads", 1, 1, 1, 1)
                .list("strides", 2, 2)
                .in(1, 3, 32, 33)
                .in(16, 3, 3, 3)
                .shapes())
        .isEqualTo("1x16x16x17");
    assertThat(OneNode.of("Conv").list("dilations", 2).in(1, 8, 10).in(8, 1, 3).shapes())
        .isEqualTo("1x8x6");
  }

  @Test
  void automaticPadding() {
    assertThat(
            OneNode.of("Conv")
                .with("auto_pad", "SAME_UPPER")
                .list("strides", 2, 2)
                .in(1, 3, 7, 7)
                .in(4, 3, 3, 3)
                .shapes())
        .isEqualTo("1x4x4x4");
    assertThat(OneNode.of("Conv").with("auto_pad", "VALID").in(1, 3, 7, 7).in(4, 3, 3, 3).shapes())
        .isEqualTo("1x4x5x5");
  }

  @Test
  void unknownSizesStayUnknown() {
    assertThat(OneNode.of("Conv").in(-1, 3, -1, 8).in(4, 3, 3, 3).shapes()).isEqualTo("?x4x?x6");
    assertThat(OneNode.of("Conv").unknown().in(4, 3, 3, 3).shapes()).isEqualTo("?x4x?x?");
  }

  @Test
  void pointsMayBeMoved() {
    assertThat(OneNode.of("DeformConv").in(1, 3, 8, 8).in(4, 3, 3, 3).in(1, 18, 6, 6).shapes())
        .isEqualTo("1x4x6x6");
  }
}
