package io.schedulec.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.Section;
import io.schedulec.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletionsTest {
  private static final String PRUNER =
      """
      pruners:
        chain:
          class: L1RankedStructureParameterPruner_AGP
          group_type: Filters
          weights: [module.layer3.0.conv2.weight]
      """;

  private static List<String> labels(Marked at) {
    return Completions.at(at.snapshot(), at.offset()).stream().map(Suggestion::label).toList();
  }

  private static List<String> labels(String marked) {
    return labels(Marked.resnet(marked));
  }

  /** The text after the first suggestion is taken. */
  private static String taken(String marked) {
    Marked at = Marked.resnet(marked);
    Suggestion first = Completions.at(at.snapshot(), at.offset()).get(0);
    Span span = first.replaced();
    String text = at.text();
    return text.substring(text.indexOf('\n') + 1, span.start())
        + first.text()
        + text.substring(span.end());
  }

  @Test
  void sectionsThatAreNotThereYet() {
    assertThat(labels("version: 1\n¦\n" + PRUNER))
        .containsExactly("regularizers", "quantizers", "lr_schedulers", "extensions", "policies");
    assertThat(labels(PRUNER + "pol¦")).containsExactly("policies");
    assertThat(labels("¦")).contains("version", "pruners", "policies");
  }

  @Test
  void classesOfTheSection() {
    assertThat(labels("pruners:\n  a:\n    class: ¦\n")).isEqualTo(Catalog.names(Section.PRUNERS));
    assertThat(labels("extensions:\n  a:\n    class: ¦"))
        .isEqualTo(Catalog.names(Section.EXTENSIONS));
    assertThat(taken("extensions:\n  a:\n    class: Filt¦er\n"))
        .isEqualTo("extensions:\n  a:\n    class: FilterRemover\n");
  }

  @Test
  void keysOfTheClassThatAreNotGivenYet() {
    assertThat(labels(PRUNER + "    ¦\npolicies: []\n"))
        .containsExactly("initial_sparsity", "final_sparsity", "group_dependency", "kwargs");
    assertThat(labels("pruners:\n  a:\n    ¦\n    class: BaiduRNNPruner\n    q: 1\n"))
        .containsExactly("ramp_epoch_offset", "ramp_slope_mult", "weights");
    assertThat(labels("pruners:\n  a:\n    ¦\n")).containsExactly("class");
    assertThat(taken("pruners:\n  a:\n    class: BaiduRNNPruner\n    ramp_sl¦\n"))
        .isEqualTo("pruners:\n  a:\n    class: BaiduRNNPruner\n    ramp_slope_mult: \n");
  }

  @Test
  void aKeyThatHasItsColonGetsNoOther() {
    assertThat(taken("pruners:\n  a:\n    class: BaiduRNNPruner\n    ramp_sl¦: 3\n"))
        .contains("    ramp_slope_mult: 3\n");
  }

  @Test
  void keysInFlowStyle() {
    assertThat(labels("pruners:\n  a: {class: BaiduRNNPruner, q: 1, ¦}\npolicies: []\n"))
        .contains("ramp_slope_mult", "weights")
        .doesNotContain("q", "class");
  }

  @Test
  void wordsOfAChoice() {
    String start = "pruners:\n  a:\n    class: L1RankedStructureParameterPruner\n    ";
    assertThat(labels(start + "group_type: ¦"))
        .containsExactly("Filters", "3D", "Channels", "Rows", "Blocks");
    assertThat(labels(start + "group_type: Ch¦\n    weights: [a]\n")).containsExactly("Channels");
    assertThat(labels(start + "group_dependency: ¦")).containsExactly("Leader");
    assertThat(labels("extensions:\n  t:\n    class: FilterRemover\n    thinning_func_str: '¦'"))
        .containsExactly("remove_filters", "remove_channels", "contract_model");
    assertThat(
            labels(
                """
                regularizers:
                  r:
                    class: GroupLassoRegularizer
                    reg_regims:
                      layer1.0.conv1.weight: [0.1, Chan¦]
                """))
        .containsExactly("Channels");
  }

  @Test
  void instancesOfTheSectionThatNoPolicyHasYetFirst() {
    String text =
        """
        pruners:
          used:
            class: AutomatedGradualPruner
          fresh:
            class: AutomatedGradualPruner
        extensions:
          thinner:
            class: FilterRemover
        policies:
          - pruner:
              instance_name: used
            epochs: [1]
          - %s:
              instance_name: ¦
        """;
    assertThat(labels(text.formatted("pruner"))).containsExactly("fresh", "used");
    assertThat(labels(text.formatted("extension"))).containsExactly("thinner");
    assertThat(
            labels(
                "extensions:\n  t: {class: FilterRemover}\npolicies:\n- {extension: {instance_name: ¦"))
        .containsExactly("t");
  }

  @Test
  void keysOfAPolicy() {
    assertThat(labels(PRUNER + "policies:\n  - ¦\n"))
        .startsWith("pruner", "regularizer")
        .contains("epochs", "starting_epoch");
    assertThat(labels(PRUNER + "policies:\n  - pruner:\n      instance_name: chain\n    ¦\n"))
        .containsExactly("epochs", "starting_epoch", "ending_epoch", "frequency");
    assertThat(labels(PRUNER + "policies:\n  - pruner:\n      ¦\n    epochs: [3]\n"))
        .containsExactly("instance_name", "args");
    assertThat(labels(PRUNER + "policies:\n  - pruner:\n      args:\n        keep¦\n"))
        .containsExactly("keep_mask");
    assertThat(taken(PRUNER + "policies:\n  ¦\n")).endsWith("policies:\n  - pruner: \n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights: [¦",
        "pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights: [x,\n      ¦]\npolicies: []",
        "pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights:\n      - ¦\n    final",
        "pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights:\n    - x\n    - ¦",
        "pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights:\n      - x\n      ¦",
        "pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights: ¦\n",
        "pruners:\n  a:\n    class: SensitivityPruner\n    sensitivities:\n      ¦\npolicies: [\n",
        "pruners:\n  a:\n    class: SensitivityPruner\n    sensitivities: {x: 0.5, ¦\n",
        "pruners:\n  a: {class: AutomatedGradualPruner, weights: [\"¦\n",
      })
  void weightsInEveryStyle(String unfinished) {
    String[] expected = {"conv1.weight", "layer3.2.conv2.weight", "fc.weight"};

    assertThat(labels(Marked.resnet("policies: []\n").then(unfinished))).contains(expected);
    assertThat(labels(Marked.resnet(unfinished))).as("just opened").contains(expected);
  }

  @Test
  void aListItemGetsItsDash() {
    assertThat(taken(PRUNER + "  b:\n    class: AutomatedGradualPruner\n    weights:\n      fc¦"))
        .endsWith("weights:\n      - module.fc.weight");
    assertThat(taken(PRUNER + "  b:\n    class: AutomatedGradualPruner\n    weights:\n    - fc¦"))
        .endsWith("weights:\n    - module.fc.weight");
    assertThat(taken(PRUNER + "  b:\n    class: AutomatedGradualPruner\n    weights: fc¦\n"))
        .endsWith("weights: [module.fc.weight]\n");
  }

  @Test
  void aBlankIsPutBehindColonsAndDashes() {
    assertThat(taken("extensions:\n  a:\n    class:¦\n"))
        .isEqualTo("extensions:\n  a:\n    class: StructureRemover\n");
    assertThat(taken("extensions:\n  a: {class:¦"))
        .isEqualTo("extensions:\n  a: {class: StructureRemover");
    assertThat(taken(PRUNER + "  b:\n    class: AutomatedGradualPruner\n    weights:\n    -¦\n"))
        .endsWith("weights:\n    - module.conv1.weight\n");
  }

  @Test
  void weightsAreSpelledAsInTheFileAndThoseListedComeLast() {
    List<String> labels = labels(PRUNER.replace("weight]", "weight, layer3.0¦]"));

    assertThat(labels)
        .containsExactly(
            "module.layer3.0.conv1.weight",
            "module.layer3.0.downsample.0.weight",
            "module.layer3.0.conv2.weight");
  }

  @Test
  void weightsAreFoundBySegment() {
    String start = "pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights: [";
    assertThat(labels(start + "layer3.conv1¦"))
        .containsExactly("layer3.0.conv1.weight", "layer3.1.conv1.weight", "layer3.2.conv1.weight");
    assertThat(labels(start + "l3.2.c¦"))
        .containsExactly("layer3.2.conv1.weight", "layer3.2.conv2.weight");
    assertThat(labels(start + "module.fc¦")).containsExactly("module.fc.weight");
    assertThat(labels(start + "nothing¦")).isEmpty();
  }

  @Test
  void aWeightComesWithItsShapeAndChain() {
    Marked at =
        Marked.resnet(
            "pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights: [r3.1.conv2¦");
    Suggestion weight = Completions.at(at.snapshot(), at.offset()).get(0);

    assertThat(weight.detail()).isEqualTo("[64, 64, 3, 3] chain of 4");
    assertThat(weight.documentation()).contains("chain of 4, with layer3.0.conv2");
    assertThat(at.text(weight.replaced())).isEqualTo("r3.1.conv2");
  }

  @Test
  void nothingInCommentsAndWhereNamesAreTheAuthors() {
    assertThat(labels("pruners: # ¦\n")).isEmpty();
    assertThat(labels("pruners:\n  ¦\n")).isEmpty();
    assertThat(labels("pruners:\n  a:\n    class: AutomatedGradualPruner\n    final_sparsity: ¦"))
        .isEmpty();
  }

  @Test
  void withoutAModelTheLanguageIsStillThere() {
    assertThat(labels(Marked.plain("pruners:\n  a:\n    class: Baidu¦\n")))
        .containsExactly("BaiduRNNPruner");
    assertThat(
            labels(
                Marked.plain("pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights: [¦")))
        .isEmpty();
  }
}
