package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is found when the length of the training run is known. */
final class EpochsTest {
  private static final String RAMP =
      """
      version: 1
      pruners:
        fine:
          class: AutomatedGradualPruner
          initial_sparsity: 0.05
          final_sparsity: 0.70
          weights: [layer1.0.conv1.weight]
      policies:
        - pruner: {instance_name: fine}
          starting_epoch: 10
          ending_epoch: 31
          frequency: 2
      """;

  private static final String LIST =
      """
      version: 1
      pruners:
        low:
          class: L1RankedStructureParameterPruner
          group_type: Filters
          desired_sparsity: 0.5
          weights: [layer1.0.conv2.weight]
      policies:
        - pruner: {instance_name: low}
          epochs: [180]
      """;

  @Test
  void aPolicyAfterTheRun() {
    List<Diagnostic> findings = findings(LIST, 70);

    assertThat(Checked.codes(findings)).containsExactly("SC309");
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(findings.get(0).message())
        .isEqualTo("`low` first fires in epoch 180, after the run of 70 epochs has ended");
    assertThat(Checked.codes(findings(LIST, 180))).containsExactly("SC309");
    assertThat(Checked.codes(findings(LIST, 181))).containsExactly("SC201");
  }

  @Test
  void aRampThatTheRunCutsShort() {
    List<Diagnostic> findings = findings(RAMP, 20);

    assertThat(Checked.codes(findings)).containsExactly("SC303");
    assertThat(findings.get(0).message())
        .isEqualTo("`fine` gets to sparsity 0.5596 of 0.70 in a run of 20 epochs");
    String repaired = Edits.apply(RAMP, findings.get(0).helps().get(0).edits());
    assertThat(findings(repaired, 20)).isEmpty();
  }

  @Test
  void aRampThatFits() {
    assertThat(findings(RAMP, 31)).isEmpty();
    assertThat(Checked.codes(findings(RAMP, 30))).containsExactly("SC303");
    assertThat(Checked.codes(findings(RAMP, 11))).containsExactly("SC303");
    assertThat(Checked.codes(findings(RAMP, 10))).containsExactly("SC309");
  }

  @Test
  void aThinningAfterTheRunThinsNothing() {
    String thinned =
        LIST.replace("[180]", "[0]").replace("policies:\n", THINNER)
            + "  - extension: {instance_name: thin}\n    epochs: [50]\n";

    assertThat(findings(thinned, 51).get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(Checked.codes(findings(thinned, 50))).containsExactly("SC201", "SC309");
    assertThat(Checked.errors(findings(thinned, 50))).isEmpty();
  }

  private static final String THINNER =
      """
      extensions:
        thin:
          class: FilterRemover
          thinning_func_str: remove_filters
          arch: resnet20_cifar
          dataset: cifar10
      policies:
      """;

  private static List<Diagnostic> findings(String yaml, int epochs) {
    return Checked.analysis(
            "schedule.yaml",
            yaml,
            Optional.of(Checked.bundled("resnet20_cifar")),
            Target.PLAN,
            OptionalInt.of(epochs))
        .diagnostics();
  }
}
