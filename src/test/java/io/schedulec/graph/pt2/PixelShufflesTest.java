package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Channels and places change as in PyTorch. */
final class PixelShufflesTest {
  @Test
  void channelsBecomePlaces() {
    assertThat(
            OneCall.of("pixel_shuffle.default")
                .tensor("self", 2, 12, 4, 4)
                .number("upscale_factor", 2)
                .result(2, 3, 8, 8)
                .nodes())
        .containsExactly("r0 = DepthToSpace(self) blocksize=2 mode=CRD");
  }

  @Test
  void placesBecomeChannels() {
    assertThat(
            OneCall.of("pixel_unshuffle.default")
                .tensor("self", 2, 3, 8, 8)
                .number("downscale_factor", 2)
                .result(2, 12, 4, 4)
                .nodes())
        .containsExactly(
            "%1 = Reshape(self, [2, 3, 4, 2, 4, 2])",
            "%2 = Transpose(%1) perm=[0,1,3,5,2,4]", "r0 = Reshape(%2, [2, 12, 4, 4])");
  }

  @Test
  void groupsAreInterleaved() {
    assertThat(
            OneCall.of("channel_shuffle.default")
                .tensor("self", 2, 6, 4, 4)
                .number("groups", 2)
                .result(2, 6, 4, 4)
                .nodes())
        .containsExactly(
            "%1 = Reshape(self, [2, 2, 3, 4, 4])",
            "%2 = Transpose(%1) perm=[0,2,1,3,4]", "r0 = Reshape(%2, [2, 6, 4, 4])");
  }

  @Test
  void aFactorOfZeroStays() {
    assertThat(
            OneCall.of("pixel_unshuffle.default")
                .tensor("self", 2, 3, 8, 8)
                .number("downscale_factor", 0)
                .result(2, 3, 8, 8)
                .nodes())
        .containsExactly("r0 = aten::pixel_unshuffle(self)");
  }
}
