package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.plan.Plan;
import io.schedulec.plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LevelRuleTest {
  private static final String LEVELS = "class: SparsityLevelParameterPruner, levels: ";

  @Test
  void aLevelForEachTensorAndNoneForZero() {
    String schedule =
        new Sketch()
            .pruner("p", LEVELS + "{fc2.weight: 0.5, fc3.weight: 0.25, fc1.weight: 0}")
            .policy("pruner", "p", "epochs: [3]")
            .toString();

    assertThat(Compiled.steps(Compiled.plan("simplenet_cifar", schedule)))
        .isEqualTo(
            """
            epoch 3 {
              mask elements of 10080 lowest 0.5 {
                fc2.weight
              }
              mask elements of 840 lowest 0.25 {
                fc3.weight
              }
            }
            """);
  }

  @Test
  void aStarStandsForAllThatIsTrained() {
    String schedule =
        new Sketch()
            .pruner("p", LEVELS + "{'*': 0.5, fc.weight: 0.25}")
            .policy("pruner", "p", "epochs: [0]")
            .toString();

    List<String> masked = tensors(Compiled.plan("resnet20_cifar", schedule));
    // 22 weights of layers, scale and shift of 21 normalisations, the bias of the last layer.
    assertThat(masked).hasSize(22 + 2 * 21 + 1).doesNotHaveDuplicates();
    assertThat(masked).first().isEqualTo("fc.weight");
    assertThat(masked).contains("bn1.weight", "bn1.bias", "fc.bias");
    assertThat(masked).noneMatch(name -> name.contains("running"));
  }

  @Test
  void levelsOfAPolicyReplaceThePruners() {
    String args = "pruner: {instance_name: p, args: {levels: {fc3.weight: 0.75}}}, epochs: [0]";
    String schedule =
        new Sketch().pruner("p", LEVELS + "{fc2.weight: 0.5}") + "policies:\n  - {" + args + "}\n";

    assertThat(Compiled.steps(Compiled.plan("simplenet_cifar", schedule)))
        .isEqualTo(
            """
            epoch 0 {
              mask elements of 840 lowest 0.75 {
                fc3.weight
              }
            }
            """);
  }

  private static List<String> tensors(Plan plan) {
    List<String> tensors = new ArrayList<>();
    for (Step step : plan.blocks().get(0).steps()) {
      tensors.addAll(((Step.Mask) step).tensors());
    }
    return tensors;
  }
}
