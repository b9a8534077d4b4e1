package io.schedulec.ide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HoversTest {
  private static final String SCHEDULE =
      """
      version: 1
      pruners:
        stage3_chain:
          class: L1RankedStructureParameterPruner_AGP
          initial_sparsity: 0.10
          final_sparsity: 0.50
          group_type: Filters
          group_dependency: Leader
          weights: [module.layer3.0.conv2.weight,
                    module.layer3.0.downsample.0.weight,
                    module.layer3.1.conv2.weight,
                    module.layer3.2.conv2.weight]
        fine:
          class: SensitivityPruner
          sensitivities:
            fc.weight: 0.5
      policies:
        - pruner:
            instance_name: stage3_chain
            args:
              keep_mask: True
          starting_epoch: 0
          ending_epoch: 30
          frequency: 2
        - pruner: {instance_name: fine}
          epochs: [40]
      """;

  private static String hover(Marked at) {
    return Hovers.at(at.snapshot(), at.offset()).map(HoverText::markdown).orElse("");
  }

  /** The schedule with the caret behind the first letter of a part of it. */
  private static Marked on(String part) {
    int at = SCHEDULE.indexOf(part) + 1;
    return Marked.resnet(SCHEDULE.substring(0, at) + '¦' + SCHEDULE.substring(at));
  }

  @Test
  void aSelector() {
    String selecting = SCHEDULE.replace("module.layer3.2.conv2.weight", "'layer2.{0,1}.c¦onv*.*'");

    assertThat(hover(Marked.resnet(selecting)))
        .isEqualTo(
            """
            **selector** for 4 weights

            - `module.layer2.0.conv1.weight`
            - `module.layer2.0.conv2.weight`
            - `module.layer2.1.conv1.weight`
            - `module.layer2.1.conv2.weight`\
            """);
  }

  @Test
  void aWeight() {
    Marked at = on("module.layer3.0.conv2.weight");

    assertThat(hover(at))
        .isEqualTo(
            """
            **`layer3.0.conv2.weight`**

            Conv 3x3 · [64, 64, 3, 3] · 36 864 params (13.6 % of conv+fc weights) · 2.36 M MACs

            chain of 4, with layer3.0.downsample.0, layer3.1.conv2, layer3.2.conv2

            consumers layer3.1.conv1, layer3.2.conv1, fc

            reads from layer3.0.conv1

            pruned by `stage3_chain`, epochs 0..28 step 2, to 0.50 (32 of 64 filters stay)\
            """);
    assertThat(Hovers.at(at.snapshot(), at.offset()).map(h -> at.text(h.span())))
        .contains("module.layer3.0.conv2.weight");
  }

  @Test
  void aWeightThatIsAKey() {
    assertThat(hover(on("fc.weight")))
        .contains("[10, 64]", "pruned by `fine`, epoch 40, `sensitivities` 0.50");
  }

  @Test
  void aClassAndWhatIsLeftOut() {
    assertThat(hover(on("L1Ranked")))
        .startsWith("**`L1RankedStructureParameterPruner_AGP`** in `pruners`")
        .contains("- `initial_sparsity`: a number from 0 to 1, required. ")
        .contains("- `group_dependency`: `Leader`, default `null`. ")
        .endsWith("left out here: `kwargs`");
    assertThat(hover(Marked.resnet("pruners:\n  a:\n    class: ¦BaiduRNNPruner\npolicies: []\n")))
        .contains("missing here: `q`, `ramp_epoch_offset`, `ramp_slope_mult`, `weights`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pruners: | What decides which weights become zero.",
        "policies: | When each instance acts",
        "version: | By convention 1",
        "final_sparsity | `final_sparsity`: a number from 0 to 1, required",
        "Leader | `group_dependency`: `Leader`, default `null`",
        "pruner: | What decides",
        "args: | How the pruner's masks are applied",
        "keep_mask | Mask once more",
        "frequency | Epochs from one firing to the next",
        "epochs: | The epochs in which the policy acts",
        "instance_name: | The instance that acts",
        "stage3_chain: | 4 weights",
        "stage3_chain | acts in epochs 0..28 step 2",
      })
  void keysAndInstances(String part, String said) {
    int from = part.equals("pruner:") ? SCHEDULE.indexOf("- pruner:") + 1 : 0;
    int at = SCHEDULE.indexOf(part, from) + 1;
    Marked marked = Marked.resnet(SCHEDULE.substring(0, at) + '¦' + SCHEDULE.substring(at));

    assertThat(hover(marked)).contains(said);
  }

  @Test
  void aReferenceShowsTheInstance() {
    String reference = "instance_name: stage3_chain";
    int at = SCHEDULE.indexOf(reference) + reference.length() - 2;
    Marked marked = Marked.resnet(SCHEDULE.substring(0, at) + '¦' + SCHEDULE.substring(at));

    assertThat(hover(marked)).contains("4 weights", "acts in epochs 0..28 step 2");
  }

  @Test
  void nothingOnBlanksAndNumbers() {
    assertThat(hover(Marked.resnet(SCHEDULE + "\n¦\n"))).isEmpty();
    assertThat(hover(Marked.resnet("¦"))).isEmpty();
  }

  @Test
  void aBrokenTextKeepsWhatWasKnown() {
    String broken = SCHEDULE.replace("final_sparsity: 0.50", "final_sparsity: 'oops");
    int at = broken.indexOf("module.layer3.1") + 3;
    Marked marked =
        Marked.resnet(SCHEDULE).then(broken.substring(0, at) + '¦' + broken.substring(at));

    assertThat(marked.snapshot().analysis().schedule()).isEmpty();
    assertThat(hover(marked)).contains("chain of 4");
    assertThat(Hovers.at(marked.snapshot(), marked.offset()).map(h -> marked.text(h.span())))
        .contains("module.layer3.1.conv2.weight");
  }

  @Test
  void withoutAModelKeysAndClassesAreStillExplained() {
    assertThat(hover(Marked.plain("pruners:\n  a:\n    cl¦ass: BaiduRNNPruner\npolicies: []\n")))
        .contains("BaiduRNNPruner");
    assertThat(
            hover(
                Marked.plain(
                    "pruners:\n  a:\n    class: AutomatedGradualPruner\n    weights: [f¦c]\n")))
        .contains("`weights`: a list of parameter names");
  }
}
