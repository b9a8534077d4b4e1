package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.plan.Group;
import io.schedulec.plan.Plan;
import org.junit.jupiter.api.Test;

/** What a thinning takes away, and what later steps find. */
final class ThinningTest {
  private static final String RAMP =
      "class: L1RankedStructureParameterPruner_AGP, group_type: Filters, initial_sparsity: 0.25,"
          + " final_sparsity: 0.5, weights: [layer3.0.conv1.weight]";

  @Test
  void aRampGoesOnWithWhatIsLeft() {
    String schedule =
        new Sketch()
            .pruner("p", RAMP)
            .thinner("t", "remove_filters")
            .window("pruner", "p", 0, 5, 2)
            .policy("extension", "t", "epochs: [3, 5]")
            .toString();

    assertThat(Compiled.steps(Compiled.plan("resnet20_cifar", schedule)))
        .isEqualTo(
            """
            epochs 0, 2 {
              mask axis 0 of 64 lowest agp(0.25, 0.5, 0..4) by l1 {
                layer3.0.conv1.weight
              }
            }

            epoch 3 {
              thin layer3.0.conv1 filters 64 -> 34 drop
            }

            epoch 4 {
              mask axis 0 of 34 lowest agp(0.25, 0.5, 0..4) by l1 {
                layer3.0.conv1.weight
              }
            }

            epoch 5 {
              thin layer3.0.conv1 filters 34 -> 17 drop
            }
            """);
  }

  @Test
  void aReaderLosesWhatItsWriterLoses() {
    String schedule =
        new Sketch()
            .ranked("writer", "Filters", 0.4, "conv2.weight")
            .ranked("reader", "Channels", 0.5, "fc1.weight")
            .thinner("t", "remove_filters")
            .policy("pruner", "writer", "epochs: [0]")
            .policy("extension", "t", "epochs: [0]")
            .policy("pruner", "reader", "epochs: [1]")
            .toString();

    assertThat(Compiled.steps(Compiled.plan("simplenet_cifar", schedule)))
        .contains("thin conv2 filters 16 -> 10 drop")
        .contains("mask axis 1 of 250 lowest 0.5 by l1 {\n    fc1.weight");
  }

  @Test
  void masksOfOneEpochAreThinnedInTheOrderOfPolicies() {
    Sketch parts =
        new Sketch()
            .ranked("p", "Filters", 0.5, "layer1.0.conv1.weight")
            .thinner("t", "remove_filters");
    String before =
        parts
            .policy("pruner", "p", "epochs: [0]")
            .policy("extension", "t", "epochs: [0]")
            .toString();
    String after =
        new Sketch()
            .ranked("p", "Filters", 0.5, "layer1.0.conv1.weight")
            .thinner("t", "remove_filters")
            .policy("extension", "t", "epochs: [0]")
            .policy("pruner", "p", "epochs: [0]")
            .toString();

    assertThat(Compiled.plan("resnet20_cifar", before).groups()).hasSize(1);
    assertThat(Compiled.plan("resnet20_cifar", after).groups()).isEmpty();
  }

  @Test
  void whatWouldRemoveNothingIsLeftOut() {
    String schedule =
        new Sketch()
            .ranked("p", "Filters", 0.05, "layer1.0.conv1.weight, layer2.0.conv1.weight")
            .thinner("t", "remove_filters")
            .policy("pruner", "p", "epochs: [0]")
            .policy("extension", "t", "epochs: [1, 2]")
            .toString();

    Plan plan = Compiled.plan("resnet20_cifar", schedule);

    assertThat(plan.groups()).extracting(Group::name).containsExactly("layer2.0.conv1");
    assertThat(Compiled.steps(plan)).containsOnlyOnce("thin ").contains("filters 32 -> 31");
  }

  @Test
  void aMaskInTheOtherDirectionIsNoMatterOfTheThinner() {
    String schedule =
        new Sketch()
            .ranked("p", "Filters", 0.5, "layer1.0.conv1.weight")
            .thinner("t", "remove_channels")
            .policy("pruner", "p", "epochs: [0]")
            .policy("extension", "t", "epochs: [1]")
            .toString();

    assertThat(Compiled.steps(Compiled.plan("resnet20_cifar", schedule))).doesNotContain("thin");
  }

  @Test
  void columnsOfAFlattenedMapAreMaskedOneByOne() {
    String schedule =
        new Sketch()
            .ranked("p", "Rows", 0.5, "fc1.weight")
            .policy("pruner", "p", "epochs: [0]")
            .toString();

    Plan plan = Compiled.plan("simplenet_cifar", schedule);

    assertThat(plan.groups()).isEmpty();
    assertThat(Compiled.steps(plan)).contains("mask axis 1 of 400 lowest 0.5 by l1");
  }
}
