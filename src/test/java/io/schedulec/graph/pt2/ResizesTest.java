package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Batch and channels stay, whatever they are. */
final class ResizesTest {
  @Test
  void nearestNeighbours() {
    assertThat(
            OneCall.of("upsample_nearest2d.vec")
                .tensor("input", 2, 3, 4, 4)
                .argument("output_size", "{\"as_none\": true}")
                .argument("scale_factors", "{\"as_floats\": [2.0, 2.0]}")
                .result(2, 3, 8, 8)
                .nodes())
        .containsExactly(
            "%0 = Shape(input) end=2 start=0",
            "%2 = Concat(%0, [8, 8]) axis=0",
            "r0 = Resize(input, -, -, %2) coordinate_transformation_mode=asymmetric mode=nearest nearest_mode=floor");
  }

  @Test
  void betweenNeighbours() {
    assertThat(
            OneCall.of("upsample_bilinear2d.vec")
                .tensor("input", 2, 3, 4, 4)
                .numbers("output_size", 7, 9)
                .flag("align_corners", true)
                .result(2, 3, 7, 9)
                .nodes())
        .containsExactly(
            "%0 = Shape(input) end=2 start=0",
            "%2 = Concat(%0, [7, 9]) axis=0",
            "r0 = Resize(input, -, -, %2) coordinate_transformation_mode=align_corners mode=linear");
  }
}
