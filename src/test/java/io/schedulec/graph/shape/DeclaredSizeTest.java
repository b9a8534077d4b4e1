package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DeclaredSizeTest {
  private final Sizes sizes = new Sizes();
  private final long height = of("height");

  @Test
  void equalNamesAreEqualSizes() {
    assertThat(of("height")).isEqualTo(height);
    assertThat(of("width")).isNotEqualTo(height);
    assertThat(of("onnx::Gemm_7_dim_0")).isEqualTo(of("onnx::Gemm_7_dim_0"));
  }

  @Test
  void expressionsAreComputed() {
    assertThat(of("4*height")).isEqualTo(sizes.times(height, 4));
    assertThat(of("(((height - 1)//32)) + 1")).isEqualTo(sizes.over(sizes.plus(height, 31), 32));
    assertThat(of("height + 7 - height % 7"))
        .isEqualTo(sizes.plus(height, sizes.minus(7, sizes.remainder(height, 7))));
    assertThat(of("Max(1, 2*height)")).isEqualTo(sizes.times(height, 2));
    assertThat(of("-height + 2*height")).isEqualTo(height);
    assertThat(of("3*(2 + 4)")).isEqualTo(18);
  }

  @Test
  void whatIsNoExpressionIsOneName() {
    assertThat(of("height**2")).isNotEqualTo(height).isEqualTo(of("height**2"));
    assertThat(of("f(height)")).isEqualTo(of("f(height)"));
    assertThat(of("(height")).isNotEqualTo(height);
    assertThat(of("height width")).isNotEqualTo(height);
    assertThat(of("(".repeat(1000))).isEqualTo(of("(".repeat(1000)));
    assertThat(of("9".repeat(30))).isNotEqualTo(Dimension.UNKNOWN);
  }

  @Test
  void wordsForNothing() {
    assertThat(of("")).isEqualTo(Dimension.UNKNOWN);
    assertThat(of("?")).isEqualTo(Dimension.UNKNOWN);
    assertThat(of("None")).isEqualTo(Dimension.UNKNOWN);
  }

  private long of(String text) {
    return DeclaredSize.of(text, sizes);
  }
}
