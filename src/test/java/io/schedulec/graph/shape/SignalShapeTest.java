package io.schedulec.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SignalShapeTest {
  @Test
  void transform() {
    assertThat(OneNode.of("DFT").in(2, 10, 1).shapes()).isEqualTo("2x10x2");
  }

  @Test
  void oneSided() {
    assertThat(OneNode.of("DFT").with("onesided", 1).in(2, 10, 1).shapes()).isEqualTo("2x6x2");
  }

  @Test
  void lengthIsGiven() {
    assertThat(OneNode.of("DFT").opset(20).in(2, 10, 7, 1).scalar(4).scalar(1).shapes())
        .isEqualTo("2x4x7x2");
  }

  @Test
  void frames() {
    assertThat(OneNode.of("STFT").in(2, 100, 1).scalar(10).in(20).shapes()).isEqualTo("2x9x11x2");
  }

  @Test
  void window() {
    assertThat(OneNode.of("HannWindow").scalar(16).shapes()).isEqualTo("16");
  }

  @Test
  void filters() {
    assertThat(OneNode.of("MelWeightMatrix").scalar(8).scalar(16).in().in().in().shapes())
        .isEqualTo("9x8");
  }
}
