package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the original trainer cannot do is an error for it and nothing for a plan. */
final class TrainerOnlyTest {
  private static final List<String> FREE =
      List.of("layer1.0.conv1.weight", "layer1.1.conv1.weight");

  @ParameterizedTest
  @CsvSource({
    "module.layer1.0.conv1.weight, layer1.1.conv1.weight, SC103e",
    "layer1.0.conv1.weight, layer1.1.conv1.weight, ''",
    "module.layer1.0.conv1.weight, module.layer1.1.conv1.weight, ''",
  })
  void namesAreSpelledInOneWay(String one, String other, String codes) {
    Draft draft = Draft.resnet().alone("p", List.of(one, other)).fires("p", 0);

    assertThat(draft.codes()).isEmpty();
    assertThat(String.join(" ", draft.target(Target.DISTILLER).codes())).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "features.module.0.weight, classifier.1.weight, ''",
    "features.0.weight, classifier.1.weight, ''",
    "module.features.0.weight, module.classifier.1.weight, SC103w",
    "module.features.0.weight, classifier.1.weight, SC103e",
    "features.module.0.weight, features.3.weight, SC103e",
  })
  void ofAlexnetOnlyTheFeaturesAreWrapped(String one, String other, String codes) {
    Draft draft =
        Draft.of("alexnet_small")
            .pruner(
                "p",
                "AutomatedGradualPruner",
                List.of("initial_sparsity: 0.1", "final_sparsity: 0.5"),
                List.of(one, other))
            .fires("p", new Draft.Every(0, 9, 1));

    assertThat(draft.codes()).isEmpty();
    assertThat(String.join(" ", draft.target(Target.DISTILLER).codes())).isEqualTo(codes);
  }

  @Test
  void anUnusedInstanceSpellsNothing() {
    Draft draft =
        Draft.resnet()
            .alone("p", FREE)
            .alone("q", List.of("module.layer1.0.conv1.weight"))
            .fires("p", 0)
            .target(Target.DISTILLER);

    assertThat(draft.codes()).containsExactly("SC305w");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ActivationAPoZRankedFilterPruner",
        "GradientRankedFilterPruner",
        "RandomRankedFilterPruner",
        "BernoulliFilterPruner"
      })
  void onlyRankedPrunersHaveLeaders(String kind) {
    List<String> keys =
        List.of("group_type: Filters", "group_dependency: Leader", "desired_sparsity: 0.5");
    Draft draft = Draft.resnet().pruner("p", kind, keys, FREE.subList(0, 1)).fires("p", 1);

    assertThat(draft.codes()).doesNotContain("SC212e");
    assertThat(draft.target(Target.DISTILLER).codes()).contains("SC212e");
  }

  @Test
  void theFirstEpochHasNoStatistics() {
    List<String> keys = List.of("group_type: Filters", "desired_sparsity: 0.5");
    String kind = "ActivationAPoZRankedFilterPruner";
    Draft early = Draft.resnet().pruner("p", kind, keys, FREE).pruner("q", kind, keys, FREE);
    Draft later = Draft.resnet().pruner("p", kind, keys, FREE).fires("p", 1);

    assertThat(early.fires("p", 0).fires("q", 3).target(Target.DISTILLER).codes())
        .containsExactly("SC208e");
    assertThat(later.target(Target.DISTILLER).codes()).containsExactly("SC208i");
    assertThat(later.target(Target.PLAN).codes()).isEmpty();
  }

  @Test
  void aMaskOnALinearLayerBehindMaps() {
    Draft masked = alexnet().fires("p", 1).fires("q", new Draft.Every(0, 9, 1)).thins("filters", 9);
    Draft later = alexnet().fires("p", 1).thins("filters", 2).fires("q", new Draft.Every(3, 9, 1));

    assertThat(masked.target(Target.DISTILLER).only("SC203e").data())
        .containsEntry("reason", "masked-linear");
    assertThat(masked.target(Target.PLAN).codes()).isEmpty();
    assertThat(later.target(Target.DISTILLER).codes()).isEmpty();
  }

  private static Draft alexnet() {
    return Draft.of("alexnet_small")
        .alone("p", List.of("features.3.weight"))
        .pruner(
            "q",
            "AutomatedGradualPruner",
            List.of("initial_sparsity: 0.1", "final_sparsity: 0.5"),
            List.of("classifier.1.weight"));
  }

  @ParameterizedTest
  @CsvSource({"cifar10, ''", "imagenet, SC214w", "mnist, SC214e"})
  void theDatasetHasTheModelsImages(String dataset, String codes) {
    Draft draft = Draft.resnet().alone("p", FREE).fires("p", 0).thins("filters", 1);
    String text = draft.text().replace("cifar10", dataset);

    assertThat(Draft.codes(draft.check(text))).isEmpty();
    assertThat(String.join(" ", Draft.codes(draft.target(Target.DISTILLER).check(text))))
        .isEqualTo(codes);
  }

  @Test
  void withoutThinningNothingOfThisMatters() {
    assertThat(
            Draft.of("other_layers")
                .alone("p", List.of("conv1.weight", "conv2.weight", "conv4.weight"))
                .fires("p", 0)
                .target(Target.DISTILLER)
                .codes())
        .isEmpty();
  }
}
