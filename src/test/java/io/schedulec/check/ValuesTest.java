package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.graph.onnx.OnnxBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings about values that only a model can tell. */
final class ValuesTest {
  private static final List<String> FREE = List.of("layer1.0.conv1.weight");

  private static Draft elements(String keys, Target target) {
    return Draft.resnet()
        .target(target)
        .pruner("p", "AutomatedGradualPruner", List.of(keys.split(", ", -1)), List.of("fc.weight"))
        .fires("p", new Draft.Every(0, 10, 1));
  }

  private static Draft blocks(String shape) {
    return Draft.resnet()
        .pruner(
            "p",
            Draft.RANKED,
            List.of(
                "group_type: Blocks",
                "desired_sparsity: 0.5",
                "kwargs: {block_shape: " + shape + "}"),
            FREE)
        .fires("p", 0);
  }

  /** Applies the first help that edits; the finding is gone, and nothing else has come. */
  private static void assertRepaired(Draft draft, Diagnostic finding) {
    Help help =
        finding.helps().stream().filter(h -> !h.edits().isEmpty()).findFirst().orElseThrow();

    assertThat(draft.check(Edits.apply(draft.text(), help.edits()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.0625, false", "0.0624, true", "0.05, true", "0.5, false"})
  void aShareOfSixteenFilters(String share, boolean nothing) {
    Draft draft =
        Draft.resnet()
            .pruner(
                "p",
                Draft.RANKED,
                List.of("group_type: Filters", "desired_sparsity: " + share),
                FREE)
            .fires("p", 0);

    if (nothing) {
      assertRepaired(draft, draft.only("SC413w"));
    } else {
      assertThat(draft.codes()).isEmpty();
    }
  }

  @Test
  void aRampIsJudgedByItsEnd() {
    Draft draft =
        Draft.resnet()
            .pruner(
                "p",
                Draft.RAMPED,
                List.of("group_type: Filters", "initial_sparsity: 0", "final_sparsity: 0.5"),
                FREE)
            .fires("p", new Draft.Every(0, 10, 1));

    assertThat(draft.codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "0.001, true", "0.002, false", "0.05, false"})
  void aRampOfElementsThatStartsAtNothing(String initial, boolean stops) {
    String keys = "initial_sparsity: " + initial + ", final_sparsity: 0.5";
    Draft trainer = elements(keys, Target.DISTILLER);

    assertThat(elements(keys, Target.PLAN).codes()).isEmpty();
    if (stops) {
      assertRepaired(trainer, trainer.only("SC413e"));
    } else {
      assertThat(trainer.codes()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'[1, 8, 1, 1]', ''",
    "'[1, 256, 1, 1]', ''",
    "'[16, 1, 1, 1]', ''",
    "'[1, 1, 1, 1]', ''",
    "'[1, 5, 1, 1]', SC414e",
    "'[1, 9, 1, 1]', SC414e",
    "'[5, 1, 1, 1]', SC414e",
    "'[32, 1, 1, 1]', SC414e",
    "'[2, 4, 1, 1]', SC414w"
  })
  void blocksDivideTheTensor(String shape, String code) {
    assertThat(blocks(shape).codes()).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void blocksOfFiltersAndChannelsAreRuns() {
    Draft draft = blocks("[2, 4, 1, 1]");

    assertRepaired(draft, draft.only("SC414w"));
  }

  @Test
  void theStarIsReplacedByTheWeights() {
    Draft draft =
        Draft.resnet()
            .pruner("p", "SparsityLevelParameterPruner", List.of("levels: {'*': 0.5}"), List.of())
            .fires("p", 0);
    Diagnostic finding = draft.only("SC412w");

    assertThat(finding.message()).contains("43 biases and BatchNorm parameters");
    assertRepaired(draft, finding);
  }

  @Test
  void biasesAmongWeightsAreTakenOffTheList() {
    Draft draft =
        Draft.resnet()
            .pruner(
                "p",
                "AutomatedGradualPruner",
                List.of("initial_sparsity: 0.2", "final_sparsity: 0.5"),
                List.of("fc.weight", "fc.bias"))
            .fires("p", new Draft.Every(0, 10, 1));

    assertRepaired(draft, draft.only("SC412w"));
  }

  @Test
  void aBernoulliPrunerNeedsACopy() {
    Draft draft =
        Draft.resnet()
            .pruner(
                "p",
                "BernoulliFilterPruner",
                List.of("group_type: Filters", "desired_sparsity: 0.5"),
                FREE)
            .fires("p", 0);

    assertRepaired(draft, draft.only("SC416w"));
  }

  @ParameterizedTest
  @CsvSource({"PLAN, SC322e", "DISTILLER, SC322e"})
  void theWholeLayerCannotBeThinned(Target target, String code) {
    Draft draft =
        Draft.resnet()
            .target(target)
            .pruner(
                "p", Draft.RANKED, List.of("group_type: Filters", "desired_sparsity: 1.0"), FREE)
            .fires("p", 0)
            .thins("filters", 1);

    assertThat(draft.codes()).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({"PLAN, ''", "DISTILLER, SC410e"})
  void theTrainerRanksFourDimensions(Target target, String code, @TempDir Path folder)
      throws IOException {
    Path model = folder.resolve("sequence.onnx");
    OnnxBytes bytes =
        OnnxBytes.model()
            .input("x", 1, 4, 16)
            .weight("a.weight", 8, 4, 3)
            .weight("b.weight", 6, 8, 3)
            .node("a", "Conv", List.of("x", "a.weight"), List.of("h"))
            .node("b", "Conv", List.of("h", "b.weight"), List.of("y"))
            .output("y");
    Files.write(model, bytes.toBytes());

    assertThat(Draft.of(model).target(target).alone("p", List.of("a.weight")).fires("p", 0).codes())
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }
}
