package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.graph.onnx.OnnxBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings about epochs and counts. */
final class TimeTest {
  private static final List<String> FREE = List.of("layer1.0.conv1.weight");

  @ParameterizedTest
  @CsvSource({"0, 10, 2, 1, 11, 2, ''", "0, 10, 2, 0, 9, 3, '0,6'", "0, 5, 1, 5, 9, 1, ''"})
  void overlapIsOfEpochsAndNotOfWindows(
      int s1, int e1, int f1, int s2, int e2, int f2, String epochs) {
    Draft draft =
        Draft.resnet()
            .ramped("p", false, FREE)
            .ramped("q", false, FREE)
            .fires("p", new Draft.Every(s1, e1, f1))
            .fires("q", new Draft.Every(s2, e2, f2));
    if (epochs.isEmpty()) {
      assertThat(draft.codes()).isEmpty();
    } else {
      assertThat(draft.only("SC301e").data())
          .containsEntry(
              "epochs", List.of(epochs.split(",")).stream().map(Integer::valueOf).toList())
          .containsEntry("tensors", FREE);
    }
  }

  @Test
  void overlapInSeveralPoliciesIsOneFinding() {
    Draft draft = Draft.resnet().alone("p", FREE).alone("q", FREE).fires("p", 0).fires("p", 4);

    assertThat(draft.fires("q", 0, 4).only("SC301e").data()).containsEntry("epochs", List.of(0, 4));
  }

  @Test
  void theStarClaimsEveryTensor() {
    Draft draft =
        Draft.resnet()
            .alone("p", FREE)
            .pruner("s", "SparsityLevelParameterPruner", List.of("levels: {'*': 0.5}"), List.of());

    draft.fires("p", 0).fires("s", 0);
    assertThat(draft.codes()).containsExactly("SC412w", "SC301e");
    assertThat(draft.findings().get(1).data()).containsEntry("tensors", FREE);
  }

  @ParameterizedTest
  @CsvSource({
    "0.062, layer1.0.conv1.weight, true",
    "0.0625, layer1.0.conv1.weight, false",
    "0.01, layer3.0.conv1.weight, true",
    "0.02, layer3.0.conv1.weight, false",
  })
  void aLeaderThatRemovesNothing(String sparsity, String name, boolean empty) {
    Draft draft =
        Draft.resnet()
            .pruner(
                "p",
                Draft.RANKED,
                List.of(
                    "group_type: Filters",
                    "group_dependency: Leader",
                    "desired_sparsity: " + sparsity),
                List.of(name))
            .fires("p", 3);
    if (empty) {
      assertThat(draft.only("SC302w").data()).containsEntry("epochs", List.of(3));
    } else {
      assertThat(draft.codes()).isEmpty();
    }
  }

  @Test
  void theFirstValueOfARampIsNotItsInitialSparsity(@TempDir Path folder) throws IOException {
    Path model = folder.resolve("ten.onnx");
    OnnxBytes bytes =
        OnnxBytes.model()
            .input("x", 1, 3, 8, 8)
            .weight("a.weight", 10, 3, 1, 1)
            .weight("b.weight", 5, 10, 1, 1)
            .node("a", "Conv", List.of("x", "a.weight"), List.of("t"))
            .node("b", "Conv", List.of("t", "b.weight"), List.of("y"))
            .output("y", 1, 5, 8, 8);
    Files.write(model, bytes.toBytes());
    Draft draft =
        Draft.of(model)
            .pruner(
                "p",
                Draft.RAMPED,
                List.of(
                    "group_type: Filters",
                    "group_dependency: Leader",
                    "initial_sparsity: 0.1",
                    "final_sparsity: 0.5"),
                List.of("a.weight"));

    assertThat(draft.fires("p", new Draft.Every(0, 10, 1)).only("SC302w").data())
        .containsEntry("size", 10)
        .containsEntry("epochs", List.of(0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 10, true",
    "0, 10, 9, false",
    "3, 4, 1, true",
    "0, 2, 1, false",
    "5, 9, 4, true"
  })
  void aRampNeedsTwoFirings(int start, int end, int frequency, boolean single) {
    Draft draft =
        Draft.resnet().ramped("p", false, FREE).fires("p", new Draft.Every(start, end, frequency));

    assertThat(draft.codes()).isEqualTo(single ? List.of("SC303e") : List.of());
    assertThat(Draft.resnet().ramped("p", false, FREE).fires("p", 0, 5).codes())
        .containsExactly("SC303e");
  }

  @ParameterizedTest
  @CsvSource({"5, SC304w", "9, ''", "10, ''", "0, SC304w"})
  void thinningWhileARampGoesOn(int epoch, String code) {
    Draft draft =
        Draft.resnet()
            .ramped("p", false, FREE)
            .fires("p", new Draft.Every(0, 10, 1))
            .thins("filters", epoch);

    assertThat(draft.codes()).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void theOrderWithinAnEpochAndTheDirection() {
    Draft before =
        Draft.resnet()
            .ramped("p", false, FREE)
            .thins("filters", 9)
            .fires("p", new Draft.Every(0, 10, 1));
    Draft other =
        Draft.resnet()
            .ramped("p", false, FREE)
            .fires("p", new Draft.Every(0, 10, 1))
            .thins("channels", 5);

    assertThat(before.only("SC304w").data()).containsEntry("firingsLeft", 1);
    assertThat(other.codes()).containsExactly("SC211w");
  }

  @Test
  void aFixedSparsityThatIsThinnedInBetween() {
    assertThat(Draft.resnet().alone("p", FREE).fires("p", 0, 2, 4).thins("filters", 3).codes())
        .containsExactly("SC304w");
    assertThat(
            Draft.resnet()
                .alone("p", FREE)
                .fires("p", 0)
                .fires("p", 4)
                .thins("filters", 3)
                .only("SC304w")
                .data())
        .containsEntry("firingsLeft", 1)
        .containsEntry("lastFiring", 4);
  }

  @Test
  void aThinningInVainBesideOneThatIsNot() {
    Draft twice = Draft.resnet().thins("filters", 2).alone("p", FREE).fires("p", 5);
    Draft other = Draft.resnet().thins("channels", 2).alone("p", FREE).fires("p", 5);
    Diagnostic early =
        Draft.resnet().thins("filters", 2).alone("p", FREE).fires("p", 5).only("SC321w");

    assertThat(early.cause()).contains("keeps its size");
    assertThat(twice.thins("filters", 7).only("SC321w").cause()).doesNotContain("keeps its size");
    assertThat(other.codes()).containsExactly("SC211w");
  }

  @Test
  void whatIsZeroedFinelyIsLostToACoarserMask() {
    assertThat(sequence("e", "f")).containsExactly("SC319w");
    assertThat(sequence("e", "b")).containsExactly("SC319w");
    assertThat(sequence("b", "f")).containsExactly("SC319w");
    assertThat(sequence("f", "b")).isEmpty();
    assertThat(sequence("f", "e")).isEmpty();
    assertThat(sequence("b", "e")).isEmpty();
  }

  /** Elements, filters and blocks of one tensor, two of them one after the other. */
  private static List<String> sequence(String first, String second) {
    Draft draft =
        Draft.resnet()
            .alone("f", FREE)
            .pruner(
                "e",
                "SparsityLevelParameterPruner",
                List.of("levels: {" + FREE.get(0) + ": 0.8}"),
                List.of())
            .pruner(
                "b",
                Draft.RANKED,
                List.of(
                    "group_type: Blocks",
                    "desired_sparsity: 0.5",
                    "kwargs: {block_shape: [1, 8, 1, 1]}"),
                FREE);
    return draft.fires(first, 0).fires(second, 5).codes().stream()
        .filter(code -> !code.equals("SC305w"))
        .toList();
  }

  @Test
  void aLeaderOfFixedSparsityStopsTheTrainerOnly() {
    Draft draft =
        Draft.resnet().leader("p", Draft.chain(3)).fires("p", 0, 2).thins("filters", 1, 5);
    Draft ramp =
        Draft.resnet()
            .ramped("p", true, Draft.chain(3))
            .fires("p", new Draft.Every(0, 10, 1))
            .thins("filters", 4);

    assertThat(draft.only("SC304w").data()).containsEntry("kept", List.of(32, 16));
    assertThat(draft.target(Target.DISTILLER).only("SC304e").cause())
        .contains("(32) must match the existing size (64)");
    assertThat(ramp.target(Target.DISTILLER).codes()).containsExactly("SC304w");
  }

  /** It ends at all: each check asks for what it needs of the epochs, and lists none of them. */
  @Test
  void windowsOfAMillionEpochs() {
    Draft draft = Draft.resnet();
    for (int i = 0; i < 8; i++) {
      draft.ramped("p" + i, true, FREE).fires("p" + i, new Draft.Every(i, 1_000_000, i + 1));
      draft.fires("p" + i, new Draft.Every(2 * i, 999_000, 7));
    }

    assertThat(draft.codes()).contains("SC301e", "SC318w");
  }
}
