package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SizesTest {
  private final Sizes sizes = new Sizes();
  private final long batch = sizes.named("batch");
  private final long height = sizes.named("height");

  @Test
  void sumsAreRecognised() {
    long sum = sizes.plus(sizes.times(batch, 3), height);
    assertThat(sizes.plus(height, sizes.times(3, batch))).isEqualTo(sum);
    assertThat(sizes.minus(sum, height)).isEqualTo(sizes.times(batch, 3));
    assertThat(sizes.minus(sum, sum)).isZero();
    assertThat(Dimension.symbolic(sum)).isTrue();
  }

  @Test
  void productsAreDivided() {
    long area = sizes.times(sizes.times(batch, height), 6);
    assertThat(sizes.over(area, height)).isEqualTo(sizes.times(batch, 6));
    assertThat(sizes.over(area, sizes.times(height, 2))).isEqualTo(sizes.times(batch, 3));
    long more = sizes.times(sizes.plus(height, 1), sizes.plus(batch, 2));
    assertThat(sizes.over(more, sizes.plus(batch, 2))).isEqualTo(sizes.plus(height, 1));
  }

  @Test
  void whatGoesInEvenlyLeavesTheRoundedQuotient() {
    long rounded = sizes.over(sizes.plus(height, 1), 2);
    assertThat(sizes.over(sizes.plus(height, 5), 2)).isEqualTo(sizes.plus(rounded, 2));
    assertThat(sizes.plus(sizes.over(sizes.minus(height, 1), 2), 1)).isEqualTo(rounded);
  }

  @Test
  void halvingTwiceIsQuartering() {
    long half = sizes.over(sizes.plus(height, 1), 2);
    long quarter = sizes.over(sizes.plus(half, 1), 2);
    assertThat(quarter).isEqualTo(sizes.over(sizes.plus(height, 3), 4));
  }

  @Test
  void paddedToWholeWindows() {
    long pad = sizes.remainder(sizes.minus(7, sizes.remainder(height, 7)), 7);
    long padded = sizes.plus(height, pad);
    assertThat(sizes.times(sizes.over(padded, 7), 7)).isEqualTo(padded);
    assertThat(sizes.quotient(padded, 7)).isEqualTo(sizes.over(padded, 7));
  }

  @Test
  void numbersThatAreTooLargeAreUnknown() {
    assertThat(sizes.times(1L << 40, 1L << 40)).isEqualTo(Dimension.UNKNOWN);
    assertThat(sizes.plus(Long.MAX_VALUE, 1)).isEqualTo(Dimension.UNKNOWN);
    assertThat(sizes.minus(Long.MIN_VALUE, 1)).isEqualTo(Dimension.UNKNOWN);
    assertThat(sizes.plus(height, Long.MAX_VALUE)).isEqualTo(Dimension.UNKNOWN);
    assertThat(sizes.over(height, 0)).isEqualTo(Dimension.UNKNOWN);
  }

  @Test
  void longSumsAreUnknown() {
    long sum = 0;
    for (int i = 0; i < 100; i++) {
      sum = sizes.plus(sum, sizes.symbol());
    }
    assertThat(sum).isEqualTo(Dimension.UNKNOWN);
  }

  @Test
  void sizesThatCannotBeEqualAreTold() {
    assertThat(sizes.atLeast(height, 1)).isTrue();
    assertThat(sizes.atLeast(sizes.minus(height, 2), 0)).isFalse();
    assertThat(sizes.atLeast(sizes.plus(batch, height), height)).isTrue();
    assertThat(sizes.atLeast(sizes.anyNumber(), 0)).isFalse();
    assertThat(sizes.atLeast(sizes.over(sizes.plus(height, 1), 2), 1)).isTrue();
  }

  @Test
  void functionsAreRecognised() {
    assertThat(sizes.larger(batch, height)).isEqualTo(sizes.larger(height, batch));
    assertThat(sizes.larger(height, 1)).isEqualTo(height);
    assertThat(sizes.smaller(height, 1)).isEqualTo(1);
    assertThat(sizes.smaller(batch, height)).isNotEqualTo(sizes.larger(batch, height));
  }

  @Test
  void broadcasting() {
    assertThat(sizes.broadcast(1, batch)).isEqualTo(batch);
    assertThat(sizes.broadcast(batch, height)).isEqualTo(Dimension.UNKNOWN);
    assertThat(sizes.broadcast(batch, 4)).isEqualTo(4);
    assertThat(sizes.broadcast(3, 4)).isEqualTo(Dimension.UNKNOWN);
  }

  @Test
  void partsAreNotLargerThanTheWhole() {
    long half = sizes.over(height, 2);
    assertThat(sizes.atLeast(height, half)).isTrue();
    assertThat(sizes.atLeast(half, height)).isFalse();
    long padded = sizes.times(sizes.over(sizes.plus(height, 6), 7), 7);
    assertThat(sizes.atLeast(padded, height)).isTrue();
    assertThat(sizes.atLeast(padded, sizes.plus(height, 1))).isFalse();
    assertThat(sizes.atLeast(sizes.remainder(height, 7), 0)).isTrue();
    assertThat(sizes.atLeast(6, sizes.remainder(height, 7))).isTrue();
    assertThat(sizes.atLeast(5, sizes.remainder(height, 7))).isFalse();
  }
}
