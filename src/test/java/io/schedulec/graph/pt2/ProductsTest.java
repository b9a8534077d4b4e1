package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Weights keep their name where they are turned. */
final class ProductsTest {
  @Test
  void aLinearLayerOnAMatrix() {
    assertThat(
            OneCall.of("linear.default")
                .tensor("input", 4, 16)
                .tensor("weight", 8, 16)
                .tensor("bias", 8)
                .result(4, 8)
                .nodes())
        .containsExactly("r0 = Gemm(input, weight, bias) transB=1");
  }

  @Test
  void aLinearLayerOnSequences() {
    assertThat(
            OneCall.of("linear.default")
                .tensor("input", 2, 5, 16)
                .tensor("weight", 8, 16)
                .tensor("bias", 8)
                .result(2, 5, 8)
                .nodes())
        .containsExactly(
            "%0 = Transpose(weight) perm=[1,0]", "%1 = MatMul(input, %0)", "r0 = Add(%1, bias)");
  }

  @Test
  void aLinearLayerWithoutBias() {
    assertThat(
            OneCall.of("linear.default")
                .tensor("input", 16)
                .tensor("weight", 8, 16)
                .result(8)
                .nodes())
        .containsExactly("%0 = Transpose(weight) perm=[1,0]", "r0 = MatMul(input, %0)");
  }

  @Test
  void matrices() {
    assertThat(
            OneCall.of("bmm.default")
                .tensor("self", 2, 3, 4)
                .tensor("mat2", 2, 4, 5)
                .result(2, 3, 5)
                .nodes())
        .containsExactly("r0 = MatMul(self, mat2)");
  }

  @Test
  void aProductThatIsAdded() {
    assertThat(
            OneCall.of("addmm.default")
                .tensor("self", 5)
                .tensor("mat1", 3, 4)
                .tensor("mat2", 4, 5)
                .number("beta", 2)
                .result(3, 5)
                .nodes())
        .containsExactly("r0 = Gemm(mat1, mat2, self) alpha=1.0 beta=2.0");
  }

  @Test
  void productsThatAreAdded() {
    assertThat(
            OneCall.of("baddbmm.default")
                .tensor("self", 2, 3, 5)
                .tensor("batch1", 2, 3, 4)
                .tensor("batch2", 2, 4, 5)
                .real("alpha", 0.5)
                .result(2, 3, 5)
                .nodes())
        .containsExactly("%0 = MatMul(batch1, batch2)", "%2 = Mul(%0, 0.5)", "r0 = Add(self, %2)");
  }

  @Test
  void sumsOverIndices() {
    assertThat(
            OneCall.of("einsum.default")
                .text("equation", "bij, bkj -> bik")
                .tensors("tensors", new long[] {2, 3, 4}, new long[] {2, 5, 4})
                .result(2, 3, 5)
                .nodes())
        .containsExactly("r0 = Einsum(tensors0, tensors1) equation=bij,bkj->bik");
  }
}
