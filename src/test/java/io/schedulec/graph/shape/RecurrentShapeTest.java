package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecurrentShapeTest {
  @Test
  void sequenceComesFirst() {
    assertThat(
            OneNode.of("LSTM")
                .with("hidden_size", 20)
                .in(7, -1, 10)
                .in(1, 80, 10)
                .in(1, 80, 20)
                .outputs(3)
                .shapes())
        .isEqualTo("7x1x?x20 1x?x20 1x?x20");
  }

  @Test
  void twoDirections() {
    assertThat(
            OneNode.of("GRU")
                .with("direction", "bidirectional")
                .with("hidden_size", 5)
                .in(-1, 3, 8)
                .in(2, 15, 8)
                .in(2, 15, 5)
                .outputs(2)
                .shapes())
        .isEqualTo("?x2x3x5 2x3x5");
  }

  @Test
  void batchComesFirst() {
    assertThat(
            OneNode.of("LSTM")
                .with("layout", 1)
                .with("hidden_size", 6)
                .in(4, 9, 8)
                .in(1, 24, 8)
                .in(1, 24, 6)
                .outputs(3)
                .shapes())
        .isEqualTo("4x9x1x6 4x1x6 4x1x6");
  }

  @Test
  void hiddenSizeFollowsFromTheWeight() {
    assertThat(OneNode.of("RNN").in(7, 2, 10).in(1, 4, 10).in(1, 4, 4).outputs(2).shapes())
        .isEqualTo("7x1x2x4 1x2x4");
  }

  @Test
  void unknownInputHasKnownRank() {
    assertThat(OneNode.of("LSTM").with("hidden_size", 20).unknown().unknown().unknown().shapes())
        .isEqualTo("?x1x?x20");
  }
}
