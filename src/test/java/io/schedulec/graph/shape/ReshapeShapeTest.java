package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReshapeShapeTest {
  @Test
  void oneSizeIsComputed() {
    assertThat(OneNode.of("Reshape").in(2, 3, 4).ints(2, -1).shapes()).isEqualTo("2x12");
    assertThat(OneNode.of("Reshape").in(2, 3, 4).ints(0, 0, 2, 2).shapes()).isEqualTo("2x3x2x2");
    assertThat(OneNode.of("Reshape").opset(4).list("shape", 6, -1).in(2, 3, 4).shapes())
        .isEqualTo("6x4");
  }

  @Test
  void unknownBatchCancelsOut() {
    assertThat(OneNode.of("Reshape").in(-1, 512, 7, 7).ints(0, -1).shapes()).isEqualTo("?x25088");
    assertThat(OneNode.of("Reshape").in(-1, 512, 1, 1).ints(-1, 512).shapes()).isEqualTo("?x512");
  }

  @Test
  void unknownTarget() {
    assertThat(OneNode.of("Reshape").in(2, 3).in(3).shapes()).isEqualTo("?x?x?");
    assertThat(OneNode.of("Reshape").in(2, 3).unknown().shapes()).isEqualTo("unknown");
  }
}
