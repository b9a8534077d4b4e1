package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReduceShapeTest {
  @Test
  void axesAsAttributeOrInput() {
    assertThat(OneNode.of("ReduceMean").list("axes", 2, -1).in(1, 8, 4, 4).shapes())
        .isEqualTo("1x8x1x1");
    assertThat(OneNode.of("ReduceMean").opset(18).with("keepdims", 0).in(1, 8, 4).ints(-1).shapes())
        .isEqualTo("1x8");
    assertThat(OneNode.of("ArgMax").with("axis", 1).with("keepdims", 0).in(2, 8).shapes())
        .isEqualTo("2");
  }

  @Test
  void noAxesMeansAllOrNone() {
    assertThat(OneNode.of("ReduceSum").in(2, 3).shapes()).isEqualTo("1x1");
    assertThat(OneNode.of("ReduceSum").with("noop_with_empty_axes", 1).in(2, 3).shapes())
        .isEqualTo("2x3");
    assertThat(OneNode.of("ReduceSum").in(2, 3).in(1).shapes()).isEqualTo("?x?");
  }

  @Test
  void productOfSizes() {
    assertThat(OneNode.of("ReduceProd").ints(2, 3, 4).contents()).isEqualTo("[24]");
  }
}
