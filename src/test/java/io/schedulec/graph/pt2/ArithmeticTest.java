package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import org.junit.jupiter.api.Test;

/** Numbers take on the type of the tensor they meet, and factors are products. */
final class ArithmeticTest {
  @Test
  void sumsOfTensors() {
    assertThat(
            OneCall.of("add.Tensor").tensor("self", 2, 3).tensor("other", 3).result(2, 3).nodes())
        .containsExactly("r0 = Add(self, other)");
  }

  @Test
  void aFactorIsAProduct() {
    assertThat(
            OneCall.of("sub.Tensor")
                .tensor("self", 2, 3)
                .tensor("other", 3)
                .number("alpha", 2)
                .result(2, 3)
                .nodes())
        .containsExactly("%1 = Mul(other, 2.0)", "r0 = Sub(self, %1)");
  }

  @Test
  void aNumberIsAScalar() {
    assertThat(
            OneCall.of("mul_.Scalar").tensor("self", 2, 3).number("other", 2).result(2, 3).nodes())
        .containsExactly("r0 = Mul(self, 2.0)");
  }

  @Test
  void aNumberMayStandFirst() {
    assertThat(
            OneCall.of("rsub.Scalar").tensor("self", 2, 3).number("other", 1).result(2, 3).nodes())
        .containsExactly("r0 = Sub(1.0, self)");
  }

  @Test
  void divisionMayRoundDown() {
    assertThat(
            OneCall.of("div.Tensor_mode")
                .tensor("self", 2, 3)
                .tensor("other", 3)
                .text("rounding_mode", "floor")
                .result(2, 3)
                .nodes())
        .containsExactly("%0 = Div(self, other)", "r0 = Floor(%0)");
  }

  @Test
  void divisionThatRoundsToZeroStays() {
    assertThat(
            OneCall.of("div.Tensor_mode")
                .tensor("self", 2, 3)
                .tensor("other", 3)
                .text("rounding_mode", "trunc")
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = aten::div(self, other)");
  }

  @Test
  void powers() {
    assertThat(
            OneCall.of("pow.Tensor_Scalar")
                .tensor("self", 2, 3)
                .number("exponent", 2)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = Pow(self, 2.0)");
  }

  @Test
  void aMaskReplaces() {
    assertThat(
            OneCall.of("masked_fill.Scalar")
                .tensor("self", 2, 3)
                .tensor("mask", DataType.BOOL, 2, 3)
                .real("value", 0)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = Where(mask, 0.0, self)");
  }

  @Test
  void whereChooses() {
    assertThat(
            OneCall.of("where.self")
                .tensor("condition", DataType.BOOL, 2, 3)
                .tensor("self", 2, 3)
                .tensor("other", 1)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = Where(condition, self, other)");
  }

  @Test
  void unequalIsNotEqual() {
    assertThat(
            OneCall.of("ne.Scalar")
                .tensor("self", DataType.INT64, 2, 3)
                .number("other", 0)
                .result(DataType.BOOL, 2, 3)
                .nodes())
        .containsExactly("%1 = Equal(self, 0)", "r0 = Not(%1)");
  }

  @Test
  void bitsOfTruthValuesAreLogical() {
    assertThat(
            OneCall.of("bitwise_and.Tensor")
                .tensor("self", DataType.BOOL, 2)
                .tensor("other", DataType.BOOL, 2)
                .result(DataType.BOOL, 2)
                .nodes())
        .containsExactly("r0 = And(self, other)");
  }

  @Test
  void productsThatAreAdded() {
    assertThat(
            OneCall.of("addcmul.default")
                .tensor("self", 2, 3)
                .tensor("tensor1", 2, 3)
                .tensor("tensor2", 3)
                .real("value", 0.5)
                .result(2, 3)
                .nodes())
        .containsExactly("%0 = Mul(tensor1, tensor2)", "%2 = Mul(%0, 0.5)", "r0 = Add(self, %2)");
  }
}
