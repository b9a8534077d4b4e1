package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Axes go where PyTorch puts them. */
final class PermutationsTest {
  @Test
  void anyOrder() {
    assertThat(
            OneCall.of("permute.default")
                .tensor("self", 2, 3, 4)
                .numbers("dims", 2, 0, -2)
                .result(4, 2, 3)
                .nodes())
        .containsExactly("r0 = Transpose(self) perm=[2,0,1]");
  }

  @Test
  void twoAxes() {
    assertThat(
            OneCall.of("transpose.int")
                .tensor("self", 2, 3, 4)
                .number("dim0", 1)
                .number("dim1", -1)
                .result(2, 4, 3)
                .nodes())
        .containsExactly("r0 = Transpose(self) perm=[0,2,1]");
  }

  @Test
  void aMatrix() {
    assertThat(OneCall.of("t.default").tensor("self", 2, 3).result(3, 2).nodes())
        .containsExactly("r0 = Transpose(self) perm=[1,0]");
  }

  @Test
  void aVectorHasNothingToExchange() {
    assertThat(OneCall.of("t.default").tensor("self", 2).result(2).nodes()).isEmpty();
  }

  @Test
  void oneAxisMoves() {
    assertThat(
            OneCall.of("movedim.int")
                .tensor("self", 2, 3, 4)
                .number("source", 0)
                .number("destination", 2)
                .result(3, 4, 2)
                .nodes())
        .containsExactly("r0 = Transpose(self) perm=[1,2,0]");
  }

  @Test
  void twoAxesToOnePlaceStay() {
    assertThat(
            OneCall.of("movedim.intlist")
                .tensor("self", 2, 3, 4)
                .numbers("source", 0, 0)
                .numbers("destination", 0, 1)
                .result(3, 4, 2)
                .nodes())
        .containsExactly("r0 = aten::movedim(self)");
  }
}
