package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Parts have the sizes that are declared of them. */
final class SplitsTest {
  @Test
  void halves() {
    assertThat(
            OneCall.of("chunk.default")
                .tensor("self", 2, 7, 4)
                .number("chunks", 2)
                .number("dim", 1)
                .result(2, 4, 4)
                .result(2, 3, 4)
                .nodes())
        .containsExactly("r0, r1 = Split(self, [4, 3]) axis=1");
  }

  @Test
  void givenSizes() {
    assertThat(
            OneCall.of("split_with_sizes.default")
                .tensor("self", 6, 4)
                .numbers("split_sizes", 1, 2, 3)
                .result(1, 4)
                .result(2, 4)
                .result(3, 4)
                .nodes())
        .containsExactly("r0, r1, r2 = Split(self, [1, 2, 3]) axis=0");
  }

  @Test
  void singleSlices() {
    assertThat(
            OneCall.of("unbind.int")
                .tensor("self", 2, 3)
                .number("dim", 1)
                .result(2)
                .result(2)
                .result(2)
                .nodes())
        .containsExactly(
            "%1/0, %1/1, %1/2 = Split(self, [1, 1, 1]) axis=1",
            "r0 = Squeeze(%1/0, [1])", "r1 = Squeeze(%1/1, [1])", "r2 = Squeeze(%1/2, [1])");
  }
}
