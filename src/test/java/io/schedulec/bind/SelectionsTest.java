package io.schedulec.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Checked;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.schedule.Instance;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectionsTest {
  private static final String RESNET = "resnet20_cifar";

  // Places.

  /** The mark stands before the character that does not fit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        " # 😀\n      - layer1.* & ‸| b",
        "\n      - layer1.* & ‸| b",
        "\n      - layer1.*\n        & ‸| b",
        "\n      - 'it''s 😀 & ‸| b'",
        "\n      - 'layer1.*\n\n        & ‸| b'",
        "\n      - \"\\x6cayer1.\\u0031 \\\"& ‸| b\"",
        "\n      - \"layer1.* \\\n         & ‸| b\"",
        "\n      - \"layer1.* &\\t ‸\\x7c b\"",
        "\n      - >-\n        layer1.* &\n        ‸| b",
        "\n      - >\n        layer1.*\n\n        & ‸| b\n",
        "\n      - |-\n        layer1.*\n        & ‸| b",
        "\n      - |2-\n          layer1.*\n          & ‸| b",
        "\n      - &anchor layer1.* & ‸| b",
        "\n      - !!str layer1.* & ‸| b",
        " [\"😀 {\", layer1.*\n       & ‸| b]",
        " layer1.* & ‸| b",
        " >-\n      layer1.*\n      & ‸| b",
        " 'layer1.* & ‸| b'",
        " \"layer1.* & ‸\\U0000007c b\"",
        "\n      - 'layer1.* &‸'",
        "\n      - \"layer1.* \\x26‸\"",
        "\n      - layer1.* &‸\n",
      })
  void aMistakeIsShownWhereItIsWritten(String weights) {
    String marked = yaml("weights:" + weights);
    int at = marked.indexOf('‸');
    String text = marked.replace("‸", "");

    List<Diagnostic> found = Checked.against(RESNET, text);

    List<Integer> starts = new ArrayList<>();
    for (Diagnostic finding : found) {
      if (finding.kind().code().equals("SC110")) {
        starts.add(finding.primary().span().start());
      }
    }
    assertThat(starts).as(text).contains(at);
  }

  @Test
  void aMistakeBehindAnAliasIsShownAtTheAlias() {
    String text = yaml("weights: [*w]").replace("version: 1", "version: &w 'a {'");

    assertThat(Checked.against(RESNET, text))
        .filteredOn(finding -> finding.kind().code().equals("SC110"))
        .extracting(finding -> text.substring(finding.primary().span().start()).split(",", 2)[0])
        .allSatisfy(place -> assertThat(place).startsWith("*w]"));
  }

  @Test
  void aListThatTwoPrunersShareIsReportedOnce() {
    String text =
        yaml("weights: &w\n      - layer9.*.conv1.weight")
            .replace(
                "policies:",
                """
                  q:
                    class: L1RankedStructureParameterPruner
                    group_type: Filters
                    desired_sparsity: 0.5
                    weights: *w
                policies:
                  - pruner:
                      instance_name: q
                    epochs: [1]\
                """);

    assertThat(Checked.codes(Checked.against(RESNET, text))).containsExactly("SC111");
  }

  // What is matched.

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "writers(layer2.1.conv2); layer2.0.conv2.weight layer2.0.downsample.0.weight"
            + " layer2.1.conv2.weight layer2.2.conv2.weight",
        "writers(module.layer2.1.conv2.weight); module.layer2.0.conv2.weight"
            + " module.layer2.0.downsample.0.weight module.layer2.1.conv2.weight"
            + " module.layer2.2.conv2.weight",
        "writers(layer2.*.conv1) - layer2.1.**; layer2.0.conv1.weight layer2.2.conv1.weight",
        "readers(layer2.1.conv1); layer2.1.conv2.weight",
        "readers(layer3.2.conv2.weight); layer3.1.conv1.weight layer3.2.conv1.weight fc.weight",
        "readers(writers(layer3.2.conv2)) - op(Gemm);"
            + " layer3.1.conv1.weight layer3.2.conv1.weight",
        "op(Gemm); fc.weight",
        "'op(Gemm, Conv) - within(layer{1..3})'; conv1.weight fc.weight",
        "within(layer1.2); layer1.2.conv1.weight layer1.2.conv2.weight",
        "within(module.layer1.2); module.layer1.2.conv1.weight module.layer1.2.conv2.weight",
        "within(layer?.0) & **.downsample.**;"
            + " layer2.0.downsample.0.weight layer3.0.downsample.0.weight",
        "layer1.1.** & op(Conv); layer1.1.conv1.weight layer1.1.conv2.weight",
        "module.layer1.*.conv1.weight; module.layer1.0.conv1.weight module.layer1.1.conv1.weight"
            + " module.layer1.2.conv1.weight",
        "fc.weight | conv1.weight; conv1.weight fc.weight",
      })
  void namesAreInTheOrderOfTheModelAndSpeltAsTheSelectorIs(String selector, String names) {
    String yaml = yaml("weights:\n      - '" + selector + "'");

    assertThat(weights(yaml, RESNET)).containsExactly(names.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "mobilenet_v1_025, depthwise(), 5",
    "mobilenet_v1_025, op(Conv) - depthwise(), 6",
    "simplenet_cifar, op(Conv), 2",
    "simplenet_cifar, readers(conv2), 1",
    "tiny_inception, op(Conv), 9",
  })
  void graphsAnswer(String model, String selector, int count) {
    assertThat(weights(yaml("weights: " + selector), model)).hasSize(count);
  }

  @Test
  void aFunctionSpellsAsTheNamesOfTheScheduleAreSpelt() {
    String yaml =
        yaml("weights:\n      - writers(layer1.1.conv1)\n      - module.layer1.0.conv1.weight");

    assertThat(weights(yaml, RESNET))
        .containsExactly("module.layer1.1.conv1.weight", "module.layer1.0.conv1.weight");
  }

  @Test
  void eachWeightIsListedOnceAndWhatIsTakenOutIsNot() {
    String yaml =
        yaml(
            """
            weights:
                  - layer1.1.conv1.weight
                  - layer1.*.conv1.weight
                  - not layer1.{0,1}.conv1.weight
                  - layer1.0.conv1.weight\
            """);

    assertThat(weights(yaml, RESNET))
        .containsExactly("layer1.2.conv1.weight", "layer1.0.conv1.weight");
  }

  @Test
  void aNameHasItsOwnValueAndElseThatOfTheFirstSelector() {
    String yaml =
        yaml("")
            .replace("L1RankedStructureParameterPruner", "SensitivityPruner")
            .replace("    group_type: Filters\n    desired_sparsity: 0.5\n", "")
            .replace(
                "policies:",
                """
                    sensitivities:
                      layer1.*.conv1.weight: 0.1
                      within(layer1): 0.2
                      layer1.1.conv1.weight: 0.3
                      '*': 0.4
                policies:\
                """);

    Instance instance = bound(yaml, RESNET).schedule().instances().get(0);

    assertThat(instance.parameterValues())
        .extracting(value -> value.name().value() + " " + value.number().orElseThrow().value())
        .containsExactly(
            "layer1.0.conv1.weight 0.1",
            "layer1.2.conv1.weight 0.1",
            "layer1.0.conv2.weight 0.2",
            "layer1.1.conv2.weight 0.2",
            "layer1.2.conv2.weight 0.2",
            "layer1.1.conv1.weight 0.3",
            "* 0.4");
  }

  @Test
  void laterChecksPointAtTheSelector() {
    String yaml =
        yaml("group_dependency: Leader\n    weights:\n      - layer1.*.conv2.weight")
            .replace(
                "policies:",
                """
                extensions:
                  t:
                    class: FilterRemover
                    thinning_func_str: remove_filters
                    arch: resnet20_cifar
                    dataset: cifar10
                policies:
                  - extension:
                      instance_name: t
                    epochs: [1]\
                """);

    Analysis analysis = analysis(yaml, RESNET);

    assertThat(Checked.codes(analysis.diagnostics())).containsExactly("SC201");
    Diagnostic finding = analysis.diagnostics().get(0);
    assertThat(yaml.substring(finding.primary().span().start()))
        .startsWith("layer1.*.conv2.weight\n");
    assertThat(finding.message()).contains("3 of 4 layers");
    assertThat(finding.helps()).allSatisfy(help -> assertThat(help.edits()).isEmpty());
  }

  @Test
  void whatABrokenSelectorMayNameIsNotMissing() {
    String yaml =
        yaml("group_dependency: Leader\n    weights: [layer1.0.conv2.weight, conv1.weight]")
            .replace(
                "policies:",
                """
                  q:
                    class: L1RankedStructureParameterPruner
                    group_type: Filters
                    desired_sparsity: 0.5
                    weights: 'layer1.{1,2.conv2.weight'
                policies:
                  - pruner:
                      instance_name: q
                    epochs: [0]\
                """);

    assertThat(Checked.codes(Checked.against(RESNET, yaml))).containsExactly("SC110");
  }

  @Test
  void withoutAModelSelectorsAreReadOnly() {
    String yaml = yaml("weights:\n      - layer1.*.conv1.weight\n      - op(Conv) - fc.weight");

    assertThat(Checked.codes(unbound(yaml))).containsExactly("SC006");
    assertThat(Checked.codes(unbound(yaml.replace("op(", "opp("))))
        .containsExactly("SC006", "SC112");
    assertThat(Checked.codes(unbound(yaml("weights: op(Conv) - fc.weight"))))
        .containsExactly("SC006");
  }

  private static List<Diagnostic> unbound(String yaml) {
    return Checked.analysis("s.yaml", yaml, Optional.empty(), Target.PLAN).diagnostics();
  }

  private static List<String> weights(String yaml, String model) {
    List<String> names = new ArrayList<>();
    for (BoundPruner pruner : bound(yaml, model).pruners()) {
      pruner.weights().stream().map(BoundWeight::written).map(Spanned::value).forEach(names::add);
      pruner.unfit().stream().map(BoundWeight::written).map(Spanned::value).forEach(names::add);
    }
    return names;
  }

  private static BoundSchedule bound(String yaml, String model) {
    return analysis(yaml, model).bound().orElseThrow();
  }

  private static Analysis analysis(String yaml, String model) {
    return Checked.analysis("s.yaml", yaml, Optional.of(Checked.bundled(model)), Target.PLAN);
  }

  private static String yaml(String weights) {
    return """
    version: 1
    pruners:
      p:
        class: L1RankedStructureParameterPruner
        group_type: Filters
        desired_sparsity: 0.5
        %s
    policies:
      - pruner:
          instance_name: p
        epochs: [0]
    """
        .formatted(weights);
  }
}
