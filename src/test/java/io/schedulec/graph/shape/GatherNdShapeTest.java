package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GatherNdShapeTest {
  @Test
  void vectorsOfIndices() {
    assertThat(OneNode.of("GatherND").in(2, 3, 4).in(5, 2).shapes()).isEqualTo("5x4");
  }

  @Test
  void batchAxesAreKept() {
    assertThat(OneNode.of("GatherND").with("batch_dims", 1).in(2, 3, 4).in(2, 1).shapes())
        .isEqualTo("2x4");
  }

  @Test
  void tooManyIndicesGiveNothing() {
    assertThat(OneNode.of("GatherND").in(2, 3).in(5, 3).shapes()).isEqualTo("unknown");
  }

  @Test
  void unknownDepthGivesNothing() {
    assertThat(OneNode.of("GatherND").in(2, 3).in(5, -1).shapes()).isEqualTo("unknown");
  }
}
