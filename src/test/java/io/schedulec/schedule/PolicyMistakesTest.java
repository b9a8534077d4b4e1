package io.schedulec.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in policies; the first policy starts at line 5. */
final class PolicyMistakesTest {
  private static final String[] HEAD = {
    "pruners:",
    "  p: {class: AutomatedGradualPruner, initial_sparsity: 0.1, final_sparsity: 0.5, weights: [a]}",
    "  q: {class: SensitivityPruner, sensitivities: {a: 0.5}}",
    "policies:"
  };
  private static final String TAIL = "  - pruner: {instance_name: q}\n    epochs: [0]\n";

  private static String text(String... lines) {
    return String.join("\n", HEAD) + "\n" + String.join("\n", lines) + "\n" + TAIL;
  }

  private static Diagnostic invalid(String code, int line, String message, String... lines) {
    return Language.assertInvalid(code, line, message, text(lines));
  }

  private static String repair(Diagnostic finding, String... lines) {
    String fixed = Language.fixed(finding, text(lines));
    assertThat(Language.read(fixed).findings()).as(fixed).isEmpty();
    return fixed;
  }

  private static String[] timed(String timing) {
    return new String[] {"  - pruner:", "      instance_name: p", "    " + timing};
  }

  @Test
  void completePoliciesAreValid() {
    Language.assertValid(text(timed("epochs: [0, 2, 4]")));
    Language.assertValid(
        text(
            timed("{}").clone()[0],
            "      instance_name : 'p'",
            "      args: {keep_mask: True, mini_batch_pruning_frequency: 16}",
            "    starting_epoch: 0",
            "    ending_epoch: 1",
            "    frequency: 1"));
  }

  @Test
  void names() {
    Diagnostic finding =
        invalid("SC306", 5, "no pruner `pp`", "  - pruner: {instance_name: pp}", "    epochs: [0]");
    assertThat(finding.data()).containsEntry("section", "pruners");
    invalid("SC306", 5, "no extension `p`", "  - extension: {instance_name: p}", "    epochs: [0]");
    Diagnostic unused = Language.assertInvalid("SC305", 2, "schedules the pruner `p`", text());
    assertThat(unused.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void references() {
    String[] misspelled = {"  - prunner: {instance_name: p}", "    epochs: [0]"};
    repair(invalid("SC307", 5, "`prunner`", misspelled), misspelled);
    String[] plural = {"  - pruners: {instance_name: p}", "    epochs: [0]"};
    repair(invalid("SC307", 5, "`pruners`", plural), plural);
    invalid("SC307", 5, "does not say what acts", "  - epochs: [0]");
    invalid(
        "SC307",
        5,
        "cannot refer to `thinner`",
        "  - thinner: {instance_name: p}",
        "    epochs: [0]");
    invalid(
        "SC307",
        6,
        "refers to two things",
        "  - pruner: {instance_name: p}",
        "    extension: {instance_name: x}",
        "    epochs: [0]");
    String[] plain = {"  - pruner: p", "    epochs: [0]"};
    repair(invalid("SC406", 5, "is a text", plain), plain);
    invalid("SC406", 5, "`pruner` of a policy is a list", "  - pruner: [p]", "    epochs: [0]");
    invalid("SC406", 5, "a policy is a text", "  - pruner");
    invalid("SC406", 5, "a policy is empty", "  -");
    String[] key = {"  - pruner: {instance: p}", "    epochs: [0]"};
    repair(invalid("SC404", 5, "`instance`", key), key);
    invalid("SC405", 5, "lacks `instance_name`", "  - pruner: {}", "    epochs: [0]");
    invalid("SC405", 5, "has no value", "  - pruner: {instance_name: }", "    epochs: [0]");
    String[] beside = {"  - pruner:", "    instance_name: p", "    epochs: [0]"};
    repair(invalid("SC405", 6, "stands beside", beside), beside);
  }

  @Test
  void timingInsideTheReferenceIsMovedOut() {
    String[] block = {
      "  - pruner:",
      "      instance_name: p",
      "      starting_epoch: 0",
      "      ending_epoch: 3  # end",
      "      frequency: 1"
    };
    assertThat(repair(invalid("SC308", 7, "inside `pruner:`", block), block))
        .contains("\n    ending_epoch: 3  # end\n");
    String[] flow = {"  - pruner: {instance_name: p, epochs: [1, 2]}"};
    assertThat(repair(invalid("SC308", 5, "`epochs` stands inside", flow), flow))
        .contains("  - pruner: {instance_name: p}\n    epochs: [1, 2]\n");
    Diagnostic twice =
        invalid(
            "SC308",
            5,
            "inside `pruner:`",
            "  - pruner: {instance_name: p, epochs: [1]}",
            "    epochs: [1]");
    assertThat(twice.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void timing() {
    invalid("SC308", 5, "does not say in which epochs", "  - pruner: {instance_name: p}");
    String[] rare = {
      "  - pruner: {instance_name: p}", "    starting_epoch: 0", "    ending_epoch: 9"
    };
    assertThat(repair(invalid("SC308", 5, "lacks `frequency`", rare), rare))
        .contains("    ending_epoch: 9\n    frequency: 1\n");
    Diagnostic both =
        invalid(
            "SC308",
            8,
            "no effect beside `epochs`",
            "  - pruner:",
            "      instance_name: p",
            "    epochs: [1]",
            "    ending_epoch: 9");
    assertThat(both.severity()).isEqualTo(Severity.WARNING);
    String[] near = {
      "  - pruner: {instance_name: p}",
      "    start_epoch: 0",
      "    ending_epoch: 9",
      "    frequency: 1"
    };
    repair(invalid("SC404", 6, "`start_epoch`", near), near);
    Diagnostic ignored =
        invalid(
            "SC404",
            7,
            "`comment`",
            "  - pruner: {instance_name: p}",
            "    epochs: [1]",
            "    comment: x");
    assertThat(ignored.severity()).isEqualTo(Severity.WARNING);
    String[] scalar = timed("epochs: 3");
    repair(invalid("SC406", 7, "is a number", scalar), scalar);
    invalid("SC406", 7, "is an empty list", timed("epochs: []"));
    String[] quoted = timed("epochs: [0, \"1\", 2]");
    repair(invalid("SC406", 7, "the text `1`", quoted), quoted);
    invalid("SC407", 7, "is `-1`", timed("epochs: [-1, 3]"));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, 1, SC309",
    "4, 3, 1, SC309",
    "0, 3, 4, SC309",
    "0, 3, 0, SC309",
    "0, 3, -1, SC309",
    "-1, 3, 1, SC407",
    "0, 3000000, 1, SC407",
    "0.0, 3, 1, SC406",
    "0, '\"3\"', 1, SC406",
    "0, 3, 1e0, SC406",
    "0, , 1, SC405",
    "0, 3, [1], SC406"
  })
  void windows(String start, String end, String frequency, String code) {
    Language.Reading reading =
        Language.read(
            text(
                "  - pruner: {instance_name: p}",
                "    starting_epoch: " + start,
                "    ending_epoch: " + (end == null ? "" : end),
                "    frequency: " + frequency));

    assertThat(reading.codes()).containsExactly(code);
    assertThat(reading.get().policies().get(0).timing()).isEmpty();
  }

  @Test
  void settings() {
    String open = "  - pruner: {instance_name: p, args: {";
    String close = "}}";
    String epochs = "    epochs: [0]";
    String[] near = {open + "mini_batch_prune_frequency: 2" + close, epochs};
    Diagnostic typo = invalid("SC404", 5, "`mini_batch_prune_frequency`", near);
    assertThat(typo.severity()).isEqualTo(Severity.ERROR);
    repair(typo, near);
    assertThat(invalid("SC404", 5, "`foo`", open + "foo: 2" + close, epochs).severity())
        .isEqualTo(Severity.WARNING);
    String[] quoted = {open + "keep_mask: \"False\"" + close, epochs};
    repair(invalid("SC406", 5, "`keep_mask`", quoted), quoted);
    invalid("SC406", 5, "`args`", "  - pruner: {instance_name: p, args: [keep_mask]}", epochs);
    invalid(
        "SC404",
        5,
        "`keep_mask` is not a key of `pruner:`",
        "  - pruner: {instance_name: p, keep_mask: True}",
        epochs);
  }
}
