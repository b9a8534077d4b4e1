package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnpoolShapeTest {
  @Test
  void windowsAreTakenApart() {
    assertThat(
            OneNode.of("MaxUnpool")
                .list("kernel_shape", 2, 2)
                .list("strides", 2, 2)
                .in(1, 8, 4, 4)
                .in(1, 8, 4, 4)
                .shapes())
        .isEqualTo("1x8x8x8");
  }

  @Test
  void givenSize() {
    assertThat(
            OneNode.of("MaxUnpool")
                .list("kernel_shape", 2, 2)
                .in(1, 8, 4, 4)
                .in(1, 8, 4, 4)
                .ints(1, 8, 9, 9)
                .shapes())
        .isEqualTo("1x8x9x9");
  }
}
