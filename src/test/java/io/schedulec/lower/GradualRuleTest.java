package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GradualRuleTest {

  @Test
  void elementsOfTensorsOfTwoSizes() {
    String schedule =
        new Sketch()
            .pruner(
                "p",
                "class: AutomatedGradualPruner, initial_sparsity: 0.05, final_sparsity: 0.7,"
                    + " weights: [fc.weight, layer3.1.conv1.weight, layer3.1.conv2.weight]")
            .window("pruner", "p", 1, 11, 2)
            .toString();

    assertThat(Compiled.steps(Compiled.plan("resnet20_cifar", schedule)))
        .isEqualTo(
            """
            epochs 1..9 step 2 {
              mask elements of 640 lowest agp(0.05, 0.7, 1..9) {
                fc.weight
              }
              mask elements of 36864 lowest agp(0.05, 0.7, 1..9) {
                layer3.1.conv1.weight
                layer3.1.conv2.weight
              }
            }
            """);
  }
}
