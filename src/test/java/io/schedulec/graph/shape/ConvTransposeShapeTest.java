package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConvTransposeShapeTest {
  @Test
  void windowSpreads() {
    assertThat(
            OneNode.of("ConvTranspose")
                .list("strides", 2, 2)
                .in(1, 8, 7, 7)
                .in(8, 4, 2, 2)
                .shapes())
        .isEqualTo("1x4x14x14");
    assertThat(
            OneNode.of("ConvTranspose")
                .list("strides", 2, 2)
                .list("pads", 1, 1, 1, 1)
                .list("output_padding", 1, 1)
                .with("group", 2)
                .in(1, 8, 7, 7)
                .in(8, 4, 3, 3)
                .shapes())
        .isEqualTo("1x8x14x14");
  }

  @Test
  void fixedOutput() {
    assertThat(
            OneNode.of("ConvTranspose")
                .list("output_shape", 15, 15)
                .in(1, 8, 7, 7)
                .in(8, 4, 3, 3)
                .shapes())
        .isEqualTo("1x4x15x15");
  }

  /** What ONNX Runtime gives. */
  @ParameterizedTest
  @CsvSource({"1, 1, 0, 7", "1, 1, 1, 8", "1, 3, 0, 8", "1, 3, 1, 8", "2, 1, 0, 7", "2, 2, 0, 8"})
  void samePaddingAddsNothing(int dilation, int kernel, int outputPadding, int expected) {
    assertThat(
            OneNode.of("ConvTranspose")
                .with("auto_pad", "SAME_UPPER")
                .list("strides", 2)
                .list("dilations", dilation)
                .list("output_padding", outputPadding)
                .in(1, 8, 4)
                .in(8, 4, kernel)
                .shapes())
        .isEqualTo("1x4x" + expected);
  }
}
