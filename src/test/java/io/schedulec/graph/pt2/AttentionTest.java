package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import org.junit.jupiter.api.Test;

/** Attention is spelt out, so that heads are followed through it. */
final class AttentionTest {
  @Test
  void dotProductsWeightTheValues() {
    assertThat(
            OneCall.of("scaled_dot_product_attention.default")
                .tensor("query", 2, 4, 5, 16)
                .tensor("key", 2, 4, 7, 16)
                .tensor("value", 2, 4, 7, 8)
                .result(2, 4, 5, 8)
                .nodes())
        .containsExactly(
            "%0 = Transpose(key) perm=[0,1,3,2]",
            "%1 = MatMul(query, %0)",
            "%3 = Mul(%1, 0.25)",
            "%4 = Softmax(%3) axis=-1",
            "r0 = MatMul(%4, value)");
  }

  @Test
  void aMaskIsAddedAndAScaleIsTaken() {
    assertThat(
            OneCall.of("scaled_dot_product_attention.default")
                .tensor("query", 2, 4, 5, 16)
                .tensor("key", 2, 4, 5, 16)
                .tensor("value", 2, 4, 5, 16)
                .tensor("attn_mask", 5, 5)
                .real("scale", 1)
                .result(2, 4, 5, 16)
                .nodes())
        .containsExactly(
            "%0 = Transpose(key) perm=[0,1,3,2]",
            "%1 = MatMul(query, %0)",
            "%3 = Mul(%1, 1.0)",
            "%4 = Add(%3, attn_mask)",
            "%5 = Softmax(%4) axis=-1",
            "r0 = MatMul(%5, value)");
  }

  @Test
  void aMaskOfTruthValuesChooses() {
    assertThat(
            OneCall.of("scaled_dot_product_attention.default")
                .tensor("query", 2, 4, 5, 16)
                .tensor("key", 2, 4, 5, 16)
                .tensor("value", 2, 4, 5, 16)
                .tensor("attn_mask", DataType.BOOL, 5, 5)
                .result(2, 4, 5, 16)
                .nodes())
        .containsExactly(
            "%0 = Transpose(key) perm=[0,1,3,2]",
            "%1 = MatMul(query, %0)",
            "%3 = Mul(%1, 0.25)",
            "%5 = Where(attn_mask, %3, -Infinity)",
            "%6 = Softmax(%5) axis=-1",
            "r0 = MatMul(%6, value)");
  }

  @Test
  void theFutureIsHidden() {
    assertThat(
            OneCall.of("scaled_dot_product_attention.default")
                .tensor("query", 2, 4, 5, 16)
                .tensor("key", 2, 4, 5, 16)
                .tensor("value", 2, 4, 5, 16)
                .flag("is_causal", true)
                .result(2, 4, 5, 16)
                .nodes())
        .containsExactly(
            "%0 = Transpose(key) perm=[0,1,3,2]",
            "%1 = MatMul(query, %0)",
            "%3 = Mul(%1, 0.25)",
            "%4 = Shape(%3) start=-2",
            "%6 = Expand(-Infinity, %4)",
            "%8 = Trilu(%6, 1) upper=1",
            "%9 = Add(%3, %8)",
            "%10 = Softmax(%9) axis=-1",
            "r0 = MatMul(%10, value)");
  }

  @Test
  void aKeyServesSeveralQueries() {
    assertThat(
            OneCall.of("scaled_dot_product_attention.default")
                .tensor("query", 2, 4, 5, 16)
                .tensor("key", 2, 2, 5, 16)
                .tensor("value", 2, 2, 5, 16)
                .flag("enable_gqa", true)
                .result(2, 4, 5, 16)
                .nodes())
        .containsExactly(
            "%1 = Unsqueeze(key, [2])",
            "%3 = Expand(%1, [1, 1, 2, 1, 1])",
            "%5 = Reshape(%3, [2, -1, 5, 16])",
            "%7 = Unsqueeze(value, [2])",
            "%9 = Expand(%7, [1, 1, 2, 1, 1])",
            "%11 = Reshape(%9, [2, -1, 5, 16])",
            "%12 = Transpose(%5) perm=[0,1,3,2]",
            "%13 = MatMul(query, %12)",
            "%15 = Mul(%13, 0.25)",
            "%16 = Softmax(%15) axis=-1",
            "r0 = MatMul(%16, %11)");
  }
}
