package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Parts are joined along an axis counted from the start. */
final class JoinsTest {
  @Test
  void partsOfAnAxis() {
    assertThat(
            OneCall.of("cat.default")
                .tensors("tensors", new long[] {2, 3, 4}, new long[] {2, 5, 4})
                .number("dim", -2)
                .result(2, 8, 4)
                .nodes())
        .containsExactly("r0 = Concat(tensors0, tensors1) axis=1");
  }

  @Test
  void aNewAxis() {
    assertThat(
            OneCall.of("stack.default")
                .tensors("tensors", new long[] {2, 4}, new long[] {2, 4})
                .number("dim", -1)
                .result(2, 4, 2)
                .nodes())
        .containsExactly(
            "%1 = Unsqueeze(tensors0, [2])",
            "%3 = Unsqueeze(tensors1, [2])", "r0 = Concat(%1, %3) axis=2");
  }
}
