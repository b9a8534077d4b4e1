package io.schedulec.schedule;

import static io.schedulec.schedule.Language.assertInvalid;
import static io.schedulec.schedule.Language.assertValid;
import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in sections and instances; line 2 is always the instance. */
final class InstanceMistakesTest {
  private static final String ELEMENTS =
      "class: AutomatedGradualPruner, initial_sparsity: 0.1, final_sparsity: 0.5, weights: [a]";
  private static final String FILTERS =
      "class: L1RankedStructureParameterPruner, group_type: Filters, desired_sparsity: 0.5, "
          + "weights: [a]";

  private static String[] pruner(String content) {
    return section("pruners", "pruner", content);
  }

  private static String[] section(String section, String reference, String content) {
    return new String[] {
      section + ":",
      "  p: {" + content + "}",
      "policies:",
      "  - " + reference + ": {instance_name: p}",
      "    epochs: [0]"
    };
  }

  private static String repair(Diagnostic finding, String... lines) {
    String fixed = Language.fixed(finding, lines);
    assertThat(Language.read(fixed).findings()).as(fixed).isEmpty();
    return fixed;
  }

  @Test
  void completeInstancesAreValid() {
    assertValid(pruner(ELEMENTS));
    assertValid(pruner(FILTERS + ", group_dependency: Leader, rounding_fn: floor"));
    assertValid(pruner(FILTERS + ", group_dependency: null"));
    assertValid(
        pruner(
            "class: RandomLevelStructureParameterPruner, group_type: 3D, sparsity_range: [0.1,"
                + " 0.2], weights: a.weight"));
    assertValid(pruner("class: MagnitudeParameterPruner, thresholds: {'*': 0.1}"));
    assertValid(
        section(
            "regularizers",
            "regularizer",
            "class: GroupLassoRegularizer, reg_regims: {a: [0.1, 4D]}"));
    assertValid(
        section(
            "lr_schedulers", "lr_scheduler", "class: CyclicLR, base_lr: 0.1, max_lr: [1.0, 2.0]"));
    assertValid(
        section(
            "quantizers",
            "quantizer",
            "class: PACTQuantizer, bits_weights: null, overrides: {conv1: {bits_weights: null}}"));
  }

  @Test
  void sections() {
    assertInvalid("SC401", 1, "`policy` is not a section", "policy: []", "pruners: {}");
    assertInvalid(
        "SC401",
        1,
        "`Pruners`",
        "Pruners: {p: {" + ELEMENTS + "}}",
        "policies:",
        "- pruner: {instance_name: p}",
        "  epochs: [1]");
    assertInvalid("SC401", 1, "`stuff`", "stuff: 1", "policies: []");
    assertInvalid("SC405", 1, "no `policies`", "version: 1", "pruners: {}");
    assertInvalid("SC406", 1, "`pruners` is empty", "pruners:", "policies: []");
    assertInvalid("SC406", 1, "is a list", "pruners: [{class: X}]", "policies: []");
    assertInvalid("SC406", 1, "`policies` is empty", "policies:");
    assertInvalid("SC406", 1, "`policies` is a map", "policies: {pruner: x}");
    assertInvalid(
        "SC406",
        2,
        "`p` is empty",
        pruner(ELEMENTS)[0],
        "  p:",
        "policies:",
        "- pruner: {instance_name: p}",
        "  epochs: [1]");
    assertInvalid(
        "SC407",
        3,
        "one quantizer",
        "quantizers:",
        "  a: {class: WRPNQuantizer}",
        "  b: {class: WRPNQuantizer}",
        "policies:",
        "- quantizer: {instance_name: a}",
        "  epochs: [1]",
        "- quantizer: {instance_name: b}",
        "  epochs: [1]");
  }

  @Test
  void anchorsMayBeKeptAtTheTop() {
    assertValid(
        "x-agp: &agp {" + ELEMENTS + "}",
        "pruners:",
        "  p: {<<: *agp}",
        "  q: *agp",
        "policies:",
        "- pruner: {instance_name: p}",
        "  epochs: [1]",
        "- pruner: {instance_name: q}",
        "  epochs: [1]");
  }

  @Test
  void aWholeInstanceIsAliasedOnceAtMost() {
    String[] lines = {
      "pruners:",
      "  p: &p {" + ELEMENTS + "}",
      "  q: *p",
      "policies:",
      "- pruner: {instance_name: p}",
      "  epochs: [1]",
      "- pruner: {instance_name: q}",
      "  epochs: [1]"
    };
    Diagnostic finding = assertInvalid("SC406", 3, "alias of a whole instance", lines);

    assertThat(repair(finding, lines)).contains("q: {<<: *p}");
  }

  @Test
  void aMistakeInAnAliasedMapIsSaidOnce() {
    assertInvalid(
        "SC404",
        1,
        "`weight` is not a key",
        "x: &p {" + ELEMENTS + ", weight: 3}",
        "pruners:",
        "  p: {<<: *p}",
        "  q: {<<: *p}",
        "policies:",
        "- pruner: {instance_name: p}",
        "  epochs: [1]",
        "- pruner: {instance_name: q}",
        "  epochs: [1]");
  }

  @ParameterizedTest
  @CsvSource({
    "L1RankedStructurePruner, L1RankedStructureParameterPruner",
    "l1rankedstructureparameterpruner, L1RankedStructureParameterPruner",
    "AutomatedGradualPrunner, AutomatedGradualPruner",
    "StructuredAGP, L1RankedStructureParameterPruner_AGP",
    "LpRankedStructureParameterPruner, L1RankedStructureParameterPruner",
    "RankedStructureParameterPruner, L1RankedStructureParameterPruner"
  })
  void unknownClasses(String written, String meant) {
    Diagnostic finding =
        assertInvalid("SC402", 2, "`" + written + "`", pruner("class: " + written + ", foo: 1"));

    assertThat(finding.data()).containsEntry("similar", meant);
  }

  @Test
  void classes() {
    assertInvalid("SC402", 2, "`DropFilterRegularizer`", pruner("class: DropFilterRegularizer"));
    assertInvalid("SC402", 2, "`12`", pruner("class: 12"));
    assertInvalid("SC403", 2, "is a class of `regularizers`", pruner("class: L1Regularizer"));
    assertInvalid("SC405", 2, "`p` has no `class`", pruner("weights: [a]"));
    assertInvalid("SC405", 2, "`class` of `p` has no value", pruner("class: "));
    assertInvalid("SC406", 2, "`class` of `p` is a list", pruner("class: [x]"));
    String[] type = pruner(ELEMENTS.replace("class", "type"));
    repair(assertInvalid("SC404", 2, "named by `class`", type), type);
  }

  @Test
  void keys() {
    String[] weight = pruner(FILTERS.replace("weights", "weight"));
    repair(assertInvalid("SC404", 2, "`weight` is not a key", weight), weight);
    String[] sparsity = pruner(FILTERS.replace("desired_sparsity", "sparsity"));
    repair(assertInvalid("SC404", 2, "`sparsity`", sparsity), sparsity);
    String[] ramp = pruner(FILTERS.replace("Pruner,", "Pruner_AGP,"));
    assertThat(repair(assertInvalid("SC404", 2, "`desired_sparsity`", ramp), ramp))
        .doesNotContain("_AGP");
    Diagnostic size =
        assertInvalid("SC404", 2, "`group_size`", pruner(ELEMENTS + ", group_size: 1"));
    assertThat(size.notes().get(0)).contains("L1RankedStructureParameterPruner");
    Diagnostic name = assertInvalid("SC404", 2, "no effect", pruner(ELEMENTS + ", name: x"));
    assertThat(name.severity()).isEqualTo(Severity.WARNING);
    assertInvalid("SC404", 2, "`optimizer`", pruner(ELEMENTS + ", optimizer: x"));
    assertInvalid(
        "SC404",
        2,
        "`reg_regims`",
        pruner("class: L1RankedStructureParameterPruner, reg_regims: {a: [0.6, 3D]}"));
    assertInvalid("SC405", 2, "lacks `weights`", pruner(ELEMENTS.replace(", weights: [a]", "")));
    assertInvalid("SC405", 2, "lacks 3 required keys", pruner("class: AutomatedGradualPruner"));
    assertInvalid("SC405", 2, "has no value", pruner(ELEMENTS.replace("[a]", "")));
    assertInvalid("SC405", 2, "names no parameter", pruner(ELEMENTS.replace("[a]", "[]")));
    assertInvalid(
        "SC405",
        2,
        "lacks the entry `'*'`",
        pruner("class: MagnitudeParameterPruner, thresholds: {a: 0.1}"));
    assertInvalid("SC405", 2, "prunes blocks", pruner(FILTERS.replace("Filters", "Blocks")));
    assertInvalid(
        "SC406",
        2,
        "has no value",
        section("lr_schedulers", "lr_scheduler", "class: StepLR, step_size: 3, gamma: "));
  }

  @ParameterizedTest
  @CsvSource({
    "5e-1, 5.0e-1",
    "'\"0.5\"', 0.5",
    "50%, 0.5",
    "'\"50%\"', 0.5",
    "'\"0,5\"', 0.5",
    "'''.5''', .5",
    "5E-1, 5.0e-1",
    "+5e-1, 5.0e-1",
    "12.5 %, 0.125"
  })
  void textsThatLookLikeNumbers(String written, String meant) {
    String[] lines = pruner(FILTERS.replace("0.5", written));
    Diagnostic finding = assertInvalid("SC406", 2, ", not a number", lines);

    assertThat(repair(finding, lines)).contains("desired_sparsity: " + meant + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"50", "-0.1", "1.01", ".inf", ".nan", "100"})
  void sparsitiesAreShares(String written) {
    assertInvalid("SC407", 2, "`desired_sparsity` of `p`", pruner(FILTERS.replace("0.5", written)));
  }

  @Test
  void ranges() {
    assertInvalid(
        "SC407", 2, "not above its `initial_sparsity`", pruner(ELEMENTS.replace("0.5", "0.1")));
    assertInvalid("SC407", 2, "`group_size`", pruner(FILTERS + ", group_size: 2"));
    assertInvalid(
        "SC407",
        2,
        "larger than one kernel position",
        pruner(FILTERS.replace("Filters", "Blocks") + ", kwargs: {block_shape: [1, 8, 3, 3]}"));
    assertInvalid(
        "SC407",
        2,
        "2 milestones and 1 gammas",
        section(
            "lr_schedulers",
            "lr_scheduler",
            "class: MultiStepMultiGammaLR, milestones: [1, 2], gammas: [0.1]"));
    Diagnostic swapped =
        assertInvalid(
            "SC407",
            2,
            "`low_thresh_mult`",
            pruner(
                "class: SplicingPruner, sensitivities: {a: 0.1}, low_thresh_mult: 1.1,"
                    + " hi_thresh_mult: 0.9"));
    assertThat(swapped.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void choices() {
    String[] filters = pruner(FILTERS.replace("Filters", "filters"));
    repair(assertInvalid("SC408", 2, "`group_type` of `p` is `filters`", filters), filters);
    String[] leader = pruner(FILTERS + ", group_dependency: leader");
    repair(assertInvalid("SC408", 2, "`leader`", leader), leader);
    assertInvalid("SC408", 2, "`true`", pruner(FILTERS + ", group_dependency: true"));
    assertInvalid("SC408", 2, "`2D`", pruner(FILTERS.replace("Filters", "2D")));
    Diagnostic ignored =
        assertInvalid(
            "SC408",
            2,
            "nobody reads",
            pruner(
                FILTERS
                    .replace("L1RankedStructureParameterPruner", "RandomRankedFilterPruner")
                    .replace("Filters", "Channels")));
    assertThat(ignored.severity()).isEqualTo(Severity.WARNING);
    String thinner = "class: FilterRemover, arch: x, dataset: cifar10, thinning_func_str: ";
    assertInvalid(
        "SC408",
        2,
        "`remove_filter`",
        section("extensions", "extension", thinner + "remove_filter"));
    Diagnostic retired =
        assertInvalid(
            "SC408",
            2,
            "`resnet_cifar_remove_filters`",
            section("extensions", "extension", thinner + "resnet_cifar_remove_filters"));
    assertThat(retired.helps().get(0).edits()).isNotEmpty();
    assertInvalid(
        "SC408",
        2,
        "`cifar100`",
        section(
            "extensions", "extension", thinner.replace("cifar10", "cifar100") + "remove_filters"));
    assertInvalid(
        "SC408",
        2,
        "`threshold_criteria`",
        section(
            "regularizers",
            "regularizer",
            "class: GroupLassoRegularizer, reg_regims: {a: [0.1, 3D]}, threshold_criteria: Mean"));
  }

  @Test
  void types() {
    assertInvalid(
        "SC406", 2, "`weights` of `p` is a map", pruner(ELEMENTS.replace("[a]", "{a: 0.3}")));
    String[] braces = pruner(ELEMENTS.replace("[a]", "{a, b}"));
    repair(assertInvalid("SC406", 2, "is a map", braces), braces);
    assertInvalid(
        "SC406", 2, "an item that is a number", pruner(ELEMENTS.replace("[a]", "[a, 3]")));
    assertInvalid("SC406", 2, "`weights` of `p` is a number", pruner(ELEMENTS.replace("[a]", "3")));
    String lasso = "class: GroupLassoRegularizer, reg_regims: ";
    String[] swapped = section("regularizers", "regularizer", lasso + "{a: [3D, 0.1]}");
    repair(assertInvalid("SC406", 2, "swapped", swapped), swapped);
    assertInvalid(
        "SC406",
        2,
        "`a` of `p` is a number",
        section("regularizers", "regularizer", lasso + "{a: 0.1}"));
    assertInvalid("SC406", 2, "is a list", section("regularizers", "regularizer", lasso + "[a]"));
    assertInvalid(
        "SC406",
        2,
        "is a text",
        section("lr_schedulers", "lr_scheduler", "class: LambdaLR, lr_lambda: 'lambda e: 1'"));
    assertInvalid(
        "SC406",
        2,
        "lists 1 values",
        pruner(
            "class: RandomLevelStructureParameterPruner, group_type: 3D, sparsity_range: [0.1],"
                + " weights: [a]"));
    assertInvalid(
        "SC007",
        2,
        "!!python/name:math.ceil",
        pruner(FILTERS + ", rounding_fn: !!python/name:math.ceil ''"));
  }
}
