package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** ONNX has all beginnings first, from the first axis on. */
final class PadsTest {
  @Test
  void numbersAroundAnImage() {
    assertThat(
            OneCall.of("pad.default")
                .tensor("self", 2, 3, 4, 4)
                .numbers("pad", 1, 2, 3, 4)
                .result(2, 3, 11, 7)
                .nodes())
        .containsExactly("r0 = Pad(self, [0, 0, 3, 1, 0, 0, 4, 2], 0.0) mode=constant");
  }

  @Test
  void channelsMayBePaddedToo() {
    assertThat(
            OneCall.of("constant_pad_nd.default")
                .tensor("self", 2, 3, 4)
                .numbers("pad", 0, 0, 1, 1)
                .real("value", 5)
                .result(2, 5, 4)
                .nodes())
        .containsExactly("r0 = Pad(self, [0, 1, 0, 0, 1, 0], 5.0) mode=constant");
  }

  @Test
  void whatIsThereAlready() {
    assertThat(
            OneCall.of("pad.default")
                .tensor("self", 2, 3, 4)
                .numbers("pad", 1, 1)
                .text("mode", "reflect")
                .result(2, 3, 6)
                .nodes())
        .containsExactly("r0 = Pad(self, [0, 0, 1, 0, 0, 1]) mode=reflect");
  }

  @Test
  void theLastElementAgain() {
    assertThat(
            OneCall.of("replication_pad1d.default")
                .tensor("self", 2, 3, 4)
                .numbers("padding", 1, 0)
                .result(2, 3, 5)
                .nodes())
        .containsExactly("r0 = Pad(self, [0, 0, 1, 0, 0, 0]) mode=edge");
  }
}
