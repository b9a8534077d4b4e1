package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TopKShapeTest {
  @Test
  void oneAxisIsShorter() {
    assertThat(OneNode.of("TopK").in(3, 10).ints(4).outputs(2).shapes()).isEqualTo("3x4 3x4");
  }

  @Test
  void attributeOfOldOperatorSets() {
    assertThat(
            OneNode.of("TopK").opset(9).with("k", 2).with("axis", 0).in(3, 10).outputs(2).shapes())
        .isEqualTo("2x10 2x10");
  }

  @Test
  void unknownCount() {
    assertThat(OneNode.of("TopK").in(3, 10).in(1).outputs(2).shapes()).isEqualTo("3x? 3x?");
  }

  @Test
  void axisThatIsNotThereGivesNothing() {
    assertThat(OneNode.of("TopK").with("axis", 5).in(3, 10).ints(4).outputs(2).shapes())
        .isEqualTo("unknown unknown");
  }
}
