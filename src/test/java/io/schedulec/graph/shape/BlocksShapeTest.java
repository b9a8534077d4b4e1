package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BlocksShapeTest {
  @Test
  void blocksMoveBetweenChannelsAndPlaces() {
    assertThat(OneNode.of("DepthToSpace").with("blocksize", 2).in(1, 16, 4, 4).shapes())
        .isEqualTo("1x4x8x8");
    assertThat(OneNode.of("SpaceToDepth").with("blocksize", 2).in(1, 4, 8, 8).shapes())
        .isEqualTo("1x16x4x4");
  }
}
