package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MagnitudeRuleTest {

  @Test
  void tensorsOfOneThresholdShareAStepWhateverTheirSize() {
    String schedule =
        new Sketch()
            .pruner(
                "p",
                "class: MagnitudeParameterPruner,"
                    + " thresholds: {fc2.weight: 0.02, fc3.weight: 0.5, '*': 0.02}")
            .policy("pruner", "p", "epochs: [0]")
            .toString();

    assertThat(Compiled.steps(Compiled.plan("simplenet_cifar", schedule)))
        .isEqualTo(
            """
            epoch 0 {
              mask elements below 0.02 {
                fc2.weight
                conv1.weight
                conv1.bias
                conv2.weight
                conv2.bias
                fc1.weight
                fc1.bias
                fc2.bias
                fc3.bias
              }
              mask elements below 0.5 {
                fc3.weight
              }
            }
            """);
  }
}
