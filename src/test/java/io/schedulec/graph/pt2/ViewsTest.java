package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same elements under other axes. */
final class ViewsTest {
  @Test
  void sizesOfWhichOneFollows() {
    assertThat(
            OneCall.of("view.default")
                .tensor("self", 2, 6, 4)
                .numbers("size", 2, -1)
                .result(2, 24)
                .nodes())
        .containsExactly("r0 = Reshape(self, [2, -1])");
  }

  @Test
  void aSizeOfZeroIsZero() {
    assertThat(
            OneCall.of("reshape.default")
                .tensor("self", 0, 4)
                .numbers("shape", 4, 0)
                .result(4, 0)
                .nodes())
        .containsExactly("r0 = Reshape(self, [4, 0]) allowzero=1");
  }

  @Test
  void axesAreMerged() {
    assertThat(
            OneCall.of("flatten.using_ints")
                .tensor("self", 2, 3, 4, 5)
                .number("start_dim", 1)
                .number("end_dim", 2)
                .result(2, 12, 5)
                .nodes())
        .containsExactly("r0 = Reshape(self, [2, -1, 5])");
  }

  @Test
  void anAxisIsTakenApart() {
    assertThat(
            OneCall.of("unflatten.int")
                .tensor("self", 2, 12, 5)
                .number("dim", 1)
                .numbers("sizes", 3, -1)
                .result(2, 3, 4, 5)
                .nodes())
        .containsExactly("r0 = Reshape(self, [2, 3, -1, 5])");
  }

  @Test
  void singleAxesVanish() {
    assertThat(
            OneCall.of("squeeze.dims")
                .tensor("self", 2, 1, 4, 1)
                .numbers("dim", 0, 1, 3)
                .result(2, 4)
                .nodes())
        .containsExactly("r0 = Squeeze(self, [1, 3])");
  }

  @Test
  void thereMayBeNoneToVanish() {
    assertThat(OneCall.of("squeeze.dim").tensor("self", 2, 4).number("dim", 0).result(2, 4).nodes())
        .isEmpty();
  }

  @Test
  void aNewAxis() {
    assertThat(
            OneCall.of("unsqueeze.default")
                .tensor("self", 2, 4)
                .number("dim", -1)
                .result(2, 4, 1)
                .nodes())
        .containsExactly("r0 = Unsqueeze(self, [2])");
  }

  @Test
  void spreadOverANewSize() {
    assertThat(
            OneCall.of("expand.default")
                .tensor("self", 1, 4)
                .numbers("size", 3, 2, -1)
                .result(3, 2, 4)
                .nodes())
        .containsExactly("r0 = Expand(self, [3, 2, 1])");
  }

  @Test
  void repeatedAlongNewAxes() {
    assertThat(
            OneCall.of("repeat.default")
                .tensor("self", 2, 4)
                .numbers("repeats", 3, 1, 2)
                .result(3, 2, 8)
                .nodes())
        .containsExactly("%1 = Unsqueeze(self, [0])", "r0 = Tile(%1, [3, 1, 2])");
  }

  @Test
  void everySliceSeveralTimes() {
    assertThat(
            OneCall.of("repeat_interleave.self_int")
                .tensor("self", 2, 4)
                .number("repeats", 3)
                .number("dim", 1)
                .result(2, 12)
                .nodes())
        .containsExactly(
            "%1 = Unsqueeze(self, [2])",
            "%3 = Expand(%1, [1, 1, 3])", "%5 = Reshape(%3, [2, -1])", "r0 = Identity(%5)");
  }

  @Test
  void theSameStridesAreNoNode() {
    assertThat(
            OneCall.of("as_strided.default")
                .tensor("self", 2, 4)
                .numbers("size", 2, 4)
                .numbers("stride", 4, 1)
                .result(2, 4)
                .nodes())
        .isEmpty();
  }

  @Test
  void otherStridesStay() {
    assertThat(
            OneCall.of("as_strided.default")
                .tensor("self", 2, 4)
                .numbers("size", 4, 2)
                .numbers("stride", 1, 4)
                .result(4, 2)
                .nodes())
        .containsExactly("r0 = aten::as_strided(self)");
  }
}
