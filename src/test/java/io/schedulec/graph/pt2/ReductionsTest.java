package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import org.junit.jupiter.api.Test;

/** Axes are counted from the start, and all are meant where none is named. */
final class ReductionsTest {
  @Test
  void someAxes() {
    assertThat(
            OneCall.of("mean.dim")
                .tensor("self", 2, 3, 4)
                .numbers("dim", -1)
                .flag("keepdim", true)
                .result(2, 3, 1)
                .nodes())
        .containsExactly("r0 = ReduceMean(self, [2]) keepdims=1");
  }

  @Test
  void allAxes() {
    assertThat(OneCall.of("sum.default").tensor("self", 2, 3).result().nodes())
        .containsExactly("r0 = ReduceSum(self, [0, 1]) keepdims=0");
  }

  @Test
  void theLargestAndItsPlace() {
    assertThat(
            OneCall.of("max.dim")
                .tensor("self", 2, 3)
                .number("dim", 1)
                .result(2)
                .result(DataType.INT64, 2)
                .nodes())
        .containsExactly(
            "r0 = ReduceMax(self, [1]) keepdims=0", "r1 = ArgMax(self) axis=1 keepdims=0");
  }

  @Test
  void theLargerOfTwo() {
    assertThat(OneCall.of("max.other").tensor("self", 2, 3).tensor("other", 3).result(2, 3).nodes())
        .containsExactly("r0 = Max(self, other)");
  }

  @Test
  void lengths() {
    assertThat(
            OneCall.of("linalg_vector_norm.default")
                .tensor("self", 2, 3)
                .number("ord", 2)
                .numbers("dim", 1)
                .result(2)
                .nodes())
        .containsExactly("r0 = ReduceL2(self, [1]) keepdims=0");
  }

  @Test
  void otherLengthsStay() {
    assertThat(
            OneCall.of("linalg_vector_norm.default")
                .tensor("self", 2, 3)
                .number("ord", 3)
                .numbers("dim", 1)
                .result(2)
                .nodes())
        .containsExactly("r0 = aten::linalg_vector_norm(self)");
  }

  @Test
  void variance() {
    assertThat(
            OneCall.of("var.correction")
                .tensor("self", 2, 5)
                .numbers("dim", 1)
                .number("correction", 1)
                .result(2)
                .nodes())
        .containsExactly(
            "%1 = ReduceMean(self, [1]) keepdims=1",
            "%2 = Sub(self, %1)",
            "%3 = Mul(%2, %2)",
            "%4 = ReduceSum(%3, [1]) keepdims=0",
            "r0 = Div(%4, 4.0)");
  }

  @Test
  void deviationAndMean() {
    assertThat(
            OneCall.of("std_mean.correction")
                .tensor("self", 2, 5)
                .numbers("dim", 1)
                .number("correction", 0)
                .flag("keepdim", true)
                .result(2, 1)
                .result(2, 1)
                .nodes())
        .containsExactly(
            "%1 = ReduceMean(self, [1]) keepdims=1",
            "%2 = Sub(self, %1)",
            "%3 = Mul(%2, %2)",
            "%4 = ReduceSum(%3, [1]) keepdims=1",
            "%6 = Div(%4, 5.0)",
            "r0 = Sqrt(%6)",
            "r1 = ReduceMean(self, [1]) keepdims=1");
  }

  @Test
  void runningSums() {
    assertThat(
            OneCall.of("cumsum.default")
                .tensor("self", 2, 3)
                .number("dim", -1)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = CumSum(self, 1)");
  }

  @Test
  void aWeightOfADirectionAndALength() {
    assertThat(
            OneCall.of("_weight_norm.default")
                .tensor("v", 8, 3, 3)
                .tensor("g", 8, 1, 1)
                .number("dim", 0)
                .result(8, 3, 3)
                .nodes())
        .containsExactly(
            "%1 = ReduceL2(v, [1, 2]) keepdims=1", "%2 = Div(v, %1)", "r0 = Mul(%2, g)");
  }
}
