package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnaryShapeTest {
  @Test
  void shapeStays() {
    assertThat(OneNode.of("Relu").in(-1, 3, 8).shapes()).isEqualTo("?x3x8");
    assertThat(OneNode.of("Clip").in(2, 3).absent().absent().shapes()).isEqualTo("2x3");
    assertThat(OneNode.of("Relu").unknown().shapes()).isEqualTo("unknown");
  }

  @Test
  void contentsStayWhole() {
    assertThat(OneNode.of("Cast").with("to", 7).ints(2, 3).contents()).isEqualTo("[2, 3]");
    assertThat(OneNode.of("Floor").ints(2, 3).contents()).isEqualTo("[2, 3]");
    assertThat(OneNode.of("Neg").ints(2, -3).contents()).isEqualTo("[-2, 3]");
    assertThat(OneNode.of("Clip").ints(-2, 3).ints(0).absent().contents()).isEqualTo("[0, 3]");
    assertThat(OneNode.of("Sqrt").ints(4).contents()).isEqualTo("null");
  }
}
