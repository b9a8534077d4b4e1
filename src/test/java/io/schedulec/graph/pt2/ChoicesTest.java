package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import org.junit.jupiter.api.Test;

/** Places, ranges and orders are those of PyTorch. */
final class ChoicesTest {
  @Test
  void oneSlice() {
    assertThat(
            OneCall.of("select.int")
                .tensor("self", 2, 3, 4)
                .number("dim", -2)
                .number("index", 1)
                .result(2, 4)
                .nodes())
        .containsExactly("r0 = Gather(self, 1) axis=1");
  }

  @Test
  void aRange() {
    assertThat(
            OneCall.of("slice.Tensor")
                .tensor("self", 2, 8, 4)
                .number("dim", 1)
                .number("start", 2)
                .number("end", 9223372036854775807L)
                .number("step", 2)
                .result(2, 3, 4)
                .nodes())
        .containsExactly("r0 = Slice(self, [2], [9223372036854775807], [1], [2])");
  }

  @Test
  void everythingIsNoNode() {
    assertThat(
            OneCall.of("slice.Tensor")
                .tensor("self", 2, 8)
                .number("dim", 1)
                .number("start", 0)
                .number("end", 9223372036854775807L)
                .result(2, 8)
                .nodes())
        .isEmpty();
  }

  @Test
  void aLengthIsARange() {
    assertThat(
            OneCall.of("narrow.default")
                .tensor("self", 2, 8)
                .number("dim", 1)
                .number("start", -3)
                .number("length", 2)
                .result(2, 2)
                .nodes())
        .containsExactly("r0 = Slice(self, [5], [7], [1])");
  }

  @Test
  void placesThatATensorNames() {
    assertThat(
            OneCall.of("index_select.default")
                .tensor("self", 2, 8)
                .number("dim", 1)
                .tensor("index", DataType.INT64, 3)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = Gather(self, index) axis=1");
  }

  @Test
  void rowsOfAnEmbedding() {
    assertThat(
            OneCall.of("embedding.default")
                .tensor("weight", 20, 8)
                .tensor("indices", DataType.INT64, 2, 5)
                .result(2, 5, 8)
                .nodes())
        .containsExactly("r0 = Gather(weight, indices) axis=0");
  }

  @Test
  void elementsByTheirPlace() {
    assertThat(
            OneCall.of("gather.default")
                .tensor("self", 2, 8)
                .number("dim", 1)
                .tensor("index", DataType.INT64, 2, 3)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = GatherElements(self, index) axis=1");
  }

  @Test
  void whatGoesOutComesIn() {
    assertThat(
            OneCall.of("roll.default")
                .tensor("self", 2, 8)
                .numbers("shifts", 3)
                .numbers("dims", 1)
                .result(2, 8)
                .nodes())
        .containsExactly(
            "%3 = Slice(self, [5], [9223372036854775807], [1])",
            "%7 = Slice(self, [0], [5], [1])", "r0 = Concat(%3, %7) axis=1");
  }

  @Test
  void backwards() {
    assertThat(
            OneCall.of("flip.default").tensor("self", 2, 8).numbers("dims", 1).result(2, 8).nodes())
        .containsExactly("r0 = Slice(self, [-1], [-9223372036854775808], [1], [-1])");
  }

  @Test
  void whatLiesAboveTheDiagonal() {
    assertThat(
            OneCall.of("triu.default")
                .tensor("self", 4, 4)
                .number("diagonal", 1)
                .result(4, 4)
                .nodes())
        .containsExactly("r0 = Trilu(self, 1) upper=1");
  }
}
