package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CumulativeShapeTest {
  @Test
  void runningSums() {
    assertThat(OneNode.of("CumSum").in(2, 3).scalar(1).shapes()).isEqualTo("2x3");
    assertThat(OneNode.of("CumSum").ints(1, 2, 3).scalar(0).contents()).isEqualTo("[1, 3, 6]");
    assertThat(OneNode.of("CumSum").with("exclusive", 1).ints(1, 2, 3).scalar(0).contents())
        .isEqualTo("[0, 1, 3]");
    assertThat(OneNode.of("CumSum").with("reverse", 1).ints(1, 2, 3).scalar(-1).contents())
        .isEqualTo("[6, 5, 3]");
  }
}
