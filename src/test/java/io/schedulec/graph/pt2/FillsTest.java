package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import org.junit.jupiter.api.Test;

/** Tensors of one number are that number, spread. */
final class FillsTest {
  @Test
  void zeros() {
    assertThat(OneCall.of("zeros.default").numbers("size", 2, 3).result(2, 3).nodes())
        .containsExactly("r0 = Expand(0.0, [2, 3])");
  }

  @Test
  void aNumberOfAType() {
    assertThat(
            OneCall.of("full.default")
                .numbers("size", 2)
                .number("fill_value", 7)
                .type("dtype", 5)
                .result(DataType.INT64, 2)
                .nodes())
        .containsExactly("r0 = Expand(7, [2])");
  }

  @Test
  void asLargeAsAnother() {
    assertThat(OneCall.of("ones_like.default").tensor("self", 2, 3).result(2, 3).nodes())
        .containsExactly("%0 = Shape(self)", "r0 = Expand(1.0, %0)");
  }

  @Test
  void aRangeOfNumbers() {
    assertThat(
            OneCall.of("arange.start_step")
                .number("start", 1)
                .number("end", 9)
                .number("step", 2)
                .result(DataType.INT64, 4)
                .nodes())
        .containsExactly("r0 = Range(1, 9, 2)");
  }
}
