package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Bounds, settings and gates keep their numbers. */
final class ActivationsTest {
  @Test
  void aBoundIsAClip() {
    assertThat(
            OneCall.of("hardtanh_.default")
                .tensor("self", 2, 3)
                .real("min_val", 0)
                .real("max_val", 6)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = Clip(self, 0.0, 6.0)");
  }

  @Test
  void aBoundMayBeLeftOut() {
    assertThat(
            OneCall.of("clamp.default").tensor("self", 2, 3).number("max", 4).result(2, 3).nodes())
        .containsExactly("r0 = Clip(self, -, 4.0)");
  }

  @Test
  void aBoundMayBeATensor() {
    assertThat(
            OneCall.of("clamp.Tensor").tensor("self", 2, 3).tensor("min", 3).result(2, 3).nodes())
        .containsExactly("r0 = Max(self, min)");
  }

  @Test
  void siluIsAGate() {
    assertThat(OneCall.of("silu.default").tensor("self", 2, 3).result(2, 3).nodes())
        .containsExactly("%0 = Sigmoid(self)", "r0 = Mul(self, %0)");
  }

  @Test
  void geluSaysHowItIsApproximated() {
    assertThat(
            OneCall.of("gelu.default")
                .tensor("self", 2, 3)
                .text("approximate", "tanh")
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = Gelu(self) approximate=tanh");
  }

  @Test
  void hardsigmoidHasPyTorchsSlope() {
    assertThat(OneCall.of("hardsigmoid.default").tensor("self", 2, 3).result(2, 3).nodes())
        .containsExactly("r0 = HardSigmoid(self) alpha=0.16666666666666666 beta=0.5");
  }

  @Test
  void leakyReluKeepsItsSlope() {
    assertThat(
            OneCall.of("leaky_relu.default")
                .tensor("self", 2, 3)
                .real("negative_slope", 0.2)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = LeakyRelu(self) alpha=0.2");
  }

  @Test
  void softplusIsScaled() {
    assertThat(
            OneCall.of("softplus.default")
                .tensor("self", 2, 3)
                .real("beta", 2)
                .result(2, 3)
                .nodes())
        .containsExactly("%1 = Mul(self, 2.0)", "%2 = Softplus(%1)", "r0 = Div(%2, 2.0)");
  }

  @Test
  void aSlopePerChannelIsAlignedWithAxisOne() {
    assertThat(
            OneCall.of("prelu.default")
                .tensor("self", 2, 3, 4, 4)
                .tensor("weight", 3)
                .result(2, 3, 4, 4)
                .nodes())
        .containsExactly("%1 = Unsqueeze(weight, [1, 2])", "r0 = PRelu(self, %1)");
  }

  @Test
  void aSingleSlopeStaysAsItIs() {
    assertThat(
            OneCall.of("prelu.default")
                .tensor("self", 2, 3, 4, 4)
                .tensor("weight", 1)
                .result(2, 3, 4, 4)
                .nodes())
        .containsExactly("r0 = PRelu(self, weight)");
  }

  @Test
  void gluIsHalfTheChannelsAndTheirGate() {
    assertThat(
            OneCall.of("glu.default")
                .tensor("self", 2, 6, 4)
                .number("dim", 1)
                .result(2, 3, 4)
                .nodes())
        .containsExactly(
            "%0/0, %0/1 = Split(self) axis=1 num_outputs=2",
            "%1 = Sigmoid(%0/1)", "r0 = Mul(%0/0, %1)");
  }

  @Test
  void aThresholdThatReplacesWithOtherThanZeroStays() {
    assertThat(
            OneCall.of("threshold.default")
                .tensor("self", 2, 3)
                .real("threshold", 1)
                .real("value", 2)
                .result(2, 3)
                .nodes())
        .containsExactly("r0 = aten::threshold(self)");
  }
}
