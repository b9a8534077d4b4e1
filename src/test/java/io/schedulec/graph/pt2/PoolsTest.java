package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import org.junit.jupiter.api.Test;

/** Windows, and sizes that windows are found for. */
final class PoolsTest {
  @Test
  void aWindowStepsByItsSize() {
    assertThat(
            OneCall.of("max_pool2d.default")
                .tensor("self", 2, 3, 8, 8)
                .numbers("kernel_size", 2, 2)
                .argument("stride", "{\"as_ints\": []}")
                .result(2, 3, 4, 4)
                .nodes())
        .containsExactly(
            "r0 = MaxPool(self) ceil_mode=0 dilations=[1,1] kernel_shape=[2,2] pads=[0,0,0,0] strides=[2,2]");
  }

  @Test
  void placesAreAResultToo() {
    assertThat(
            OneCall.of("max_pool2d_with_indices.default")
                .tensor("self", 2, 3, 8, 8)
                .numbers("kernel_size", 3)
                .numbers("stride", 2)
                .numbers("padding", 1)
                .result(2, 3, 4, 4)
                .result(DataType.INT64, 2, 3, 4, 4)
                .nodes())
        .containsExactly(
            "r0, r1 = MaxPool(self) ceil_mode=0 dilations=[1,1] kernel_shape=[3,3] pads=[1,1,1,1] strides=[2,2]");
  }

  @Test
  void averagesCountThePadding() {
    assertThat(
            OneCall.of("avg_pool1d.default")
                .tensor("self", 2, 3, 9)
                .numbers("kernel_size", 3)
                .numbers("stride", 2)
                .flag("ceil_mode", true)
                .result(2, 3, 4)
                .nodes())
        .containsExactly(
            "r0 = AveragePool(self) ceil_mode=1 count_include_pad=1 kernel_shape=[3] pads=[0,0] strides=[2]");
  }

  @Test
  void oneNumberPerChannel() {
    assertThat(
            OneCall.of("adaptive_avg_pool2d.default")
                .tensor("self", 2, 3, 7, 7)
                .numbers("output_size", 1, 1)
                .result(2, 3, 1, 1)
                .nodes())
        .containsExactly("r0 = GlobalAveragePool(self)");
  }

  @Test
  void aSizeThatDivides() {
    assertThat(
            OneCall.of("adaptive_max_pool2d.default")
                .tensor("self", 2, 3, 8, 6)
                .numbers("output_size", 4, 3)
                .result(2, 3, 4, 3)
                .nodes())
        .containsExactly("r0 = MaxPool(self) kernel_shape=[2,2] strides=[2,2]");
  }

  @Test
  void aSizeThatDoesNotDivide() {
    assertThat(
            OneCall.of("adaptive_avg_pool1d.default")
                .tensor("self", 2, 4, 3)
                .numbers("output_size", 2)
                .result(2, 4, 2)
                .nodes())
        .containsExactly(
            "%0 = Transpose(self) perm=[0,1,2]",
            "%2 = MatMul(%0, [0.5, 0.0, 0.5, 0.5, 0.0, 0.5])", "r0 = Transpose(%2) perm=[0,1,2]");
  }

  @Test
  void withoutABatchItStays() {
    assertThat(
            OneCall.of("max_pool2d.default")
                .tensor("self", 3, 8, 8)
                .numbers("kernel_size", 2, 2)
                .result(3, 4, 4)
                .nodes())
        .containsExactly("r0 = aten::max_pool2d(self)");
  }
}
