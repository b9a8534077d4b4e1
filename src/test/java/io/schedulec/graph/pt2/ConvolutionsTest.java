package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Windows have a number for each axis and side. */
final class ConvolutionsTest {
  @Test
  void oneNumberCountsForAllAxes() {
    assertThat(
            OneCall.of("conv2d.default")
                .tensor("input", 2, 3, 8, 8)
                .tensor("weight", 16, 3, 3, 3)
                .tensor("bias", 16)
                .numbers("stride", 2)
                .numbers("padding", 1)
                .result(2, 16, 4, 4)
                .nodes())
        .containsExactly(
            "r0 = Conv(input, weight, bias) dilations=[1,1] group=1 kernel_shape=[3,3] pads=[1,1,1,1] strides=[2,2]");
  }

  @Test
  void groupsAndDilation() {
    assertThat(
            OneCall.of("conv1d.default")
                .tensor("input", 2, 4, 9)
                .tensor("weight", 8, 2, 3)
                .argument("bias", "{\"as_none\": true}")
                .numbers("dilation", 2)
                .number("groups", 2)
                .result(2, 8, 5)
                .nodes())
        .containsExactly(
            "r0 = Conv(input, weight) dilations=[2] group=2 kernel_shape=[3] pads=[0,0] strides=[1]");
  }

  @Test
  void paddingThatKeepsTheSize() {
    assertThat(
            OneCall.of("conv2d.padding")
                .tensor("input", 2, 3, 8, 8)
                .tensor("weight", 4, 3, 2, 3)
                .text("padding", "same")
                .result(2, 4, 8, 8)
                .nodes())
        .containsExactly(
            "r0 = Conv(input, weight) dilations=[1,1] group=1 kernel_shape=[2,3] pads=[0,1,1,1] strides=[1,1]");
  }

  @Test
  void transposedOnesHaveOutputPadding() {
    assertThat(
            OneCall.of("conv_transpose2d.input")
                .tensor("input", 2, 16, 4, 4)
                .tensor("weight", 16, 8, 3, 3)
                .numbers("stride", 2, 2)
                .numbers("padding", 1, 1)
                .numbers("output_padding", 1, 1)
                .result(2, 8, 8, 8)
                .nodes())
        .containsExactly(
            "r0 = ConvTranspose(input, weight) dilations=[1,1] group=1 kernel_shape=[3,3] output_padding=[1,1] pads=[1,1,1,1] strides=[2,2]");
  }

  @Test
  void theGeneralFormSaysWhetherItIsTransposed() {
    assertThat(
            OneCall.of("convolution.default")
                .tensor("input", 2, 4, 4)
                .tensor("weight", 4, 8, 3)
                .argument("bias", "{\"as_none\": true}")
                .numbers("stride", 1)
                .numbers("padding", 0)
                .numbers("dilation", 1)
                .flag("transposed", true)
                .numbers("output_padding", 0)
                .number("groups", 1)
                .result(2, 8, 6)
                .nodes())
        .containsExactly(
            "r0 = ConvTranspose(input, weight) dilations=[1] group=1 kernel_shape=[3] output_padding=[0] pads=[0,0] strides=[1]");
  }

  @Test
  void withoutABatchItStays() {
    assertThat(
            OneCall.of("conv2d.default")
                .tensor("input", 3, 8, 8)
                .tensor("weight", 16, 3, 3, 3)
                .result(16, 6, 6)
                .nodes())
        .containsExactly("r0 = aten::conv2d(input, weight)");
  }

  @Test
  void noGroupsStay() {
    assertThat(
            OneCall.of("conv1d.default")
                .tensor("input", 2, 4, 9)
                .tensor("weight", 8, 4, 3)
                .number("groups", 0)
                .result(2, 8, 7)
                .nodes())
        .containsExactly("r0 = aten::conv1d(input, weight)");
  }
}
