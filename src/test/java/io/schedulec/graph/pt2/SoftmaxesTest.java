package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import org.junit.jupiter.api.Test;

/** The axis is counted from the start. */
final class SoftmaxesTest {
  @Test
  void alongAnAxis() {
    assertThat(
            OneCall.of("softmax.int")
                .tensor("self", 2, 3, 4)
                .number("dim", -1)
                .result(2, 3, 4)
                .nodes())
        .containsExactly("r0 = Softmax(self) axis=2");
  }

  @Test
  void logarithms() {
    assertThat(
            OneCall.of("_log_softmax.default")
                .tensor("self", 2, 3)
                .number("dim", 1)
                .flag("half_to_float", false)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = LogSoftmax(self) axis=1");
  }

  @Test
  void inAnotherType() {
    assertThat(
            OneCall.of("softmax.int")
                .tensor("self", DataType.FLOAT16, 2, 3)
                .number("dim", 1)
                .type("dtype", 7)
                .result(2, 3)
                .nodes())
        .containsExactly("%0 = Cast(self) to=1", "r0 = Softmax(%0) axis=1");
  }
}
