package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import org.junit.jupiter.api.Test;

/** What changes no element is no node. */
final class PassesTest {
  @Test
  void aCopyIsNoNode() {
    assertThat(OneCall.of("clone.default").tensor("self", 2, 3).result(2, 3).nodes()).isEmpty();
  }

  @Test
  void dropoutIsNoNodeWhenNothingIsLearned() {
    assertThat(
            OneCall.of("dropout.default")
                .tensor("input", 2, 3)
                .real("p", 0.5)
                .flag("train", false)
                .result(2, 3)
                .nodes())
        .isEmpty();
  }

  @Test
  void dropoutIsANodeWhenItDrops() {
    assertThat(
            OneCall.of("dropout.default")
                .tensor("input", 2, 3)
                .real("p", 0.5)
                .flag("train", true)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = Dropout(input)");
  }

  @Test
  void anotherTypeIsACast() {
    assertThat(
            OneCall.of("to.dtype")
                .tensor("self", 2, 3)
                .type("dtype", 6)
                .result(DataType.FLOAT16, 2, 3)
                .nodes())
        .containsExactly("r0 = Cast(self) to=10");
  }

  @Test
  void theSameTypeIsNoNode() {
    assertThat(OneCall.of("to.dtype").tensor("self", 2, 3).type("dtype", 7).result(2, 3).nodes())
        .isEmpty();
  }

  @Test
  void theTypeOfAnother() {
    assertThat(
            OneCall.of("type_as.default")
                .tensor("self", 2, 3)
                .tensor("other", DataType.INT64, 1)
                .result(DataType.INT64, 2, 3)
                .nodes())
        .containsExactly("r0 = Cast(self) to=7");
  }
}
