package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EinsumShapeTest {
  @Test
  void product() {
    assertThat(
            OneNode.of("Einsum")
                .with("equation", "bij, bjk -> bik")
                .in(-1, 3, 4)
                .in(-1, 4, 5)
                .shapes())
        .isEqualTo("?x3x5");
  }

  @Test
  void implicitResultIsAlphabetical() {
    assertThat(OneNode.of("Einsum").with("equation", "ji,jk").in(2, 3).in(2, 4).shapes())
        .isEqualTo("3x4");
  }

  @Test
  void implicitTransposition() {
    assertThat(OneNode.of("Einsum").with("equation", "ba").in(2, 3).shapes()).isEqualTo("3x2");
  }

  @Test
  void ellipsis() {
    assertThat(
            OneNode.of("Einsum")
                .with("equation", "...ij,...jk->...ik")
                .in(2, 1, 3, 4)
                .in(5, 4, 6)
                .shapes())
        .isEqualTo("2x5x3x6");
  }

  @Test
  void ellipsisInTheMiddle() {
    assertThat(OneNode.of("Einsum").with("equation", "a...b->b...a").in(2, 3, 4, 5).shapes())
        .isEqualTo("5x3x4x2");
  }

  @Test
  void implicitEllipsisComesFirst() {
    assertThat(OneNode.of("Einsum").with("equation", "i...->...").in(2, 3, 4).shapes())
        .isEqualTo("3x4");
  }

  @Test
  void everythingSummed() {
    assertThat(OneNode.of("Einsum").with("equation", "ii->").in(3, 3).shapes()).isEqualTo("scalar");
  }

  @Test
  void unknownFactorHasKnownRank() {
    assertThat(OneNode.of("Einsum").with("equation", "ij,jk->ik").in(2, 3).unknown().shapes())
        .isEqualTo("2x?");
  }

  @Test
  void equationThatDoesNotFitGivesNothing() {
    assertThat(OneNode.of("Einsum").with("equation", "ij,jk->ik").in(2, 3, 4).in(4, 5).shapes())
        .isEqualTo("unknown");
  }

  @Test
  void unknownLetterGivesNothing() {
    assertThat(OneNode.of("Einsum").with("equation", "ij->ik").in(2, 3).shapes())
        .isEqualTo("unknown");
  }
}
