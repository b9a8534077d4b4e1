package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AttentionShapeTest {
  @Test
  void heads() {
    assertThat(
            OneNode.of("Attention")
                .opset(23)
                .in(2, 8, 5, 64)
                .in(2, 4, 7, 64)
                .in(2, 4, 7, 32)
                .shapes())
        .isEqualTo("2x8x5x32");
  }

  @Test
  void headsInTheLastAxis() {
    assertThat(
            OneNode.of("Attention")
                .opset(23)
                .with("q_num_heads", 8)
                .with("kv_num_heads", 4)
                .in(2, 5, 512)
                .in(2, 7, 256)
                .in(2, 7, 128)
                .shapes())
        .isEqualTo("2x5x256");
  }

  @Test
  void pastIsPutInFront() {
    assertThat(
            OneNode.of("Attention")
                .opset(23)
                .in(2, 8, 1, 64)
                .in(2, 4, 1, 64)
                .in(2, 4, 1, 32)
                .absent()
                .in(2, 4, 9, 64)
                .in(2, 4, 9, 32)
                .outputs(4)
                .shapes())
        .isEqualTo("2x8x1x32 2x4x10x64 2x4x10x32 2x8x1x10");
  }

  @Test
  void unknownValuesHaveKnownRank() {
    assertThat(OneNode.of("Attention").opset(23).in(2, 8, 5, 64).unknown().unknown().shapes())
        .isEqualTo("2x8x5x?");
  }
}
