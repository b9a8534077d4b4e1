package io.schedulec.schedule;

import static io.schedulec.schedule.Language.assertInvalid;
import static io.schedulec.schedule.Language.assertValid;
import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings about values whose help writes what was meant; line 3 is the one concerned. */
final class ValueRepairsTest {

  private static String[] with(String section, String reference, String name, String... lines) {
    StringBuilder text = new StringBuilder(section + ":\n  p:\n");
    for (String line : lines) {
      text.append("    ").append(line).append('\n');
    }
    text.append("    class: ").append(name).append("\npolicies:\n  - ").append(reference);
    text.append(":\n      instance_name: p\n    epochs: [0, 1]");
    return text.toString().split("\n", -1);
  }

  private static String repaired(Diagnostic finding, String... lines) {
    String fixed = Language.fixed(finding, lines);
    assertThat(Language.read(fixed).findings()).as(fixed).isEmpty();
    return fixed;
  }

  private static String[] filters(String line) {
    return with(
        "pruners",
        "pruner",
        "L1RankedStructureParameterPruner",
        line,
        "group_type: Filters",
        "desired_sparsity: 0.5",
        "weights: [a]");
  }

  @ParameterizedTest
  @CsvSource({"rounding_fn: ceil", "rounding_fn: 3", "'kwargs: {block_shape: [1, 8, 1, 1]}'"})
  void whatNobodyReadsIsRemoved(String line) {
    Diagnostic finding = assertInvalid("SC411", 3, "has no effect", filters(line));

    assertThat(repaired(finding, filters(line))).doesNotContain(line);
  }

  @ParameterizedTest
  @CsvSource({"rounding_fn: floor", "rounding_fn: null", "kwargs: null", "noise: 0.5"})
  void whatSaysNothingNewIsNoFinding(String line) {
    assertValid(filters(line));
  }

  @Test
  void aDateIsPutInQuotes() {
    String[] lines =
        with("pruners", "pruner", "SparsityLevelParameterPruner", "levels: {2020-01-01: 0.5}");
    Diagnostic finding = assertInvalid("SC406", 3, "key `2020-01-01` is a date", lines);

    assertThat(repaired(finding, lines)).contains("{\"2020-01-01\": 0.5}");
  }

  @Test
  void aDateIsReportedOnceWhereverItStands() {
    assertInvalid(
        "SC406",
        1,
        "value `2020-01-01` is a date",
        "version: &v 2020-01-01",
        "x-y: &x {version: *v}",
        "policies: []");
  }

  @Test
  void milestonesArePutInOrder() {
    String[] lines = with("lr_schedulers", "lr_scheduler", "MultiStepLR", "milestones: [6, 3, 9]");
    Diagnostic finding = assertInvalid("SC407", 3, "do not ascend", lines);

    assertThat(repaired(finding, lines)).contains("[3, 6, 9]");
  }

  @ParameterizedTest
  @CsvSource({
    "wts: 4, bits_weights",
    "acts: 4, bits_activations",
    "bias: null, bits_bias",
    "bits_weight: 4, bits_weights"
  })
  void settingsOfModulesHaveNewNames(String setting, String name) {
    String[] lines =
        with("quantizers", "quantizer", "WRPNQuantizer", "overrides: {conv1: {" + setting + "}}");
    Diagnostic finding = assertInvalid("SC404", 3, "is not a setting", lines);

    assertThat(repaired(finding, lines)).contains(name + ": ");
  }

  @ParameterizedTest
  @CsvSource({"conv1:", "conv1: null", "conv1: 4", "'conv1: [4]'"})
  void modulesNeedSettings(String module) {
    assertInvalid(
        "SC406",
        3,
        "",
        with("quantizers", "quantizer", "WRPNQuantizer", "overrides: {" + module + "}"));
  }

  @Test
  void aClassForTrainedModelsHasNoPolicy() {
    assertInvalid(
        "SC418",
        4,
        "no policy can drive it",
        with("quantizers", "quantizer", "PostTrainLinearQuantizer", "bits_accum: 32"));
  }

  @ParameterizedTest
  @CsvSource({"Max, '[0.1, 4D]', e", "Max, '[0.1, Rows]', ''", "Mean_Abs, '[0.1, Cols]', w"})
  void groupsWithAThreshold(String criteria, String entry, String severity) {
    String[] lines =
        with(
            "regularizers",
            "regularizer",
            "GroupLassoRegularizer",
            "reg_regims: {a: " + entry + "}",
            "threshold_criteria: " + criteria);
    if (severity.isEmpty()) {
      assertValid(lines);
    } else {
      Diagnostic finding = assertInvalid("SC415", 3, "`p`", lines);
      assertThat(finding.severity().word()).startsWith(severity);
    }
  }
}
