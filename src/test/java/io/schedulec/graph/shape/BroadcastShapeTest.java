package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BroadcastShapeTest {
  @Test
  void axesAreAlignedAtTheLast() {
    assertThat(OneNode.of("Add").in(2, 3, 4).in(3, 1).shapes()).isEqualTo("2x3x4");
    assertThat(OneNode.of("Mul").in(1, 4).in(5, 1).shapes()).isEqualTo("5x4");
    assertThat(OneNode.of("Sum").in(3).in(1).in(2, 1).shapes()).isEqualTo("2x3");
    assertThat(OneNode.of("Add").in(2, 3).unknown().shapes()).isEqualTo("unknown");
  }

  @Test
  void unknownSizeGivesWayToAKnownOne() {
    assertThat(OneNode.of("Add").in(-1, 3).in(4, 3).shapes()).isEqualTo("4x3");
    assertThat(OneNode.of("Add").in(-1, 3).in(1, 3).shapes()).isEqualTo("?x3");
  }

  @Test
  void arithmetic() {
    assertThat(OneNode.of("Add").ints(1, 2).scalar(3).contents()).isEqualTo("[4, 5]");
    assertThat(OneNode.of("Div").ints(7, -7).ints(2, 2).contents()).isEqualTo("[3, -3]");
    assertThat(OneNode.of("Equal").ints(1, -1).ints(1, 2).contents()).isEqualTo("[1, 0]");
    assertThat(OneNode.of("Where").ints(1, 0).ints(5, 6).ints(7, 8).contents()).isEqualTo("[5, 8]");
    assertThat(OneNode.of("Mod").ints(7).ints(4).contents()).isEqualTo("[3]");
    assertThat(OneNode.of("Max").ints(7).ints(4).contents()).isEqualTo("[7]");
  }
}
