package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Functions that ONNX has, and those that are made of such. */
final class UnariesTest {
  @Test
  void theSameFunction() {
    assertThat(OneCall.of("relu_.default").tensor("self", 2, 3).result(2, 3).nodes())
        .containsExactly("r0 = Relu(self)");
  }

  @Test
  void oneOverTheRoot() {
    assertThat(OneCall.of("rsqrt.default").tensor("self", 2, 3).result(2, 3).nodes())
        .containsExactly("%0 = Sqrt(self)", "r0 = Reciprocal(%0)");
  }

  @Test
  void aSquareIsAProduct() {
    assertThat(OneCall.of("square.default").tensor("self", 2, 3).result(2, 3).nodes())
        .containsExactly("r0 = Mul(self, self)");
  }

  @Test
  void aLogarithmOfOneMore() {
    assertThat(OneCall.of("log1p.default").tensor("self", 2, 3).result(2, 3).nodes())
        .containsExactly("%1 = Add(self, 1.0)", "r0 = Log(%1)");
  }

  @Test
  void roundingToDecimalsStays() {
    assertThat(
            OneCall.of("round.decimals")
                .tensor("self", 2, 3)
                .number("decimals", 2)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = aten::round(self)");
  }
}
