package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Edits touch the instance that they are about, and what counts for others too they leave alone.
 */
final class EditsInPlaceTest {
  private static final String CHAIN =
      "[layer3.0.conv2.weight, layer3.0.downsample.0.weight, layer3.1.conv2.weight,"
          + " layer3.2.conv2.weight]";
  private static final String POLICIES =
      """
      policies:
        - pruner: {instance_name: p}
          epochs: [0]
        - pruner: {instance_name: q}
          epochs: [1]
      """;

  @Test
  void leaderIsNotGivenToWhatIsMergedElsewhere() {
    String text = schedule(CHAIN, "    weights: [layer1.0.conv1.weight, layer1.1.conv1.weight]\n");

    assertThat(only(text, "SC205").helps()).allMatch(help -> help.edits().isEmpty());
  }

  @Test
  void leaderIsGivenToTheOneThatMerges() {
    String text = schedule("[layer1.0.conv1.weight]", "    weights: " + CHAIN + "\n");

    String after = applied(text, only(text, "SC205"));

    assertThat(after)
        .isEqualTo(text.replace(CHAIN + "\n", CHAIN + "\n    group_dependency: Leader\n"));
    assertThat(Draft.resnet().check(after)).isEmpty();
  }

  @Test
  void aListThatTwoUseIsNotCompleted() {
    String part = CHAIN.replace(", layer3.2.conv2.weight", "");
    String text = schedule("&list " + part, "    weights: *list\n");

    for (Diagnostic finding : Draft.resnet().check(text)) {
      assertThat(finding.helps()).allMatch(help -> help.edits().isEmpty());
    }
  }

  @Test
  void aLayerOfAnotherPrunerIsNotListedASecondTime() {
    String text =
        """
        pruners:
          p:
            class: L1RankedStructureParameterPruner
            desired_sparsity: 0.5
            group_type: Channels
            weights: [layer3.1.conv1.weight]
          q:
            class: L1RankedStructureParameterPruner
            desired_sparsity: 0.5
            group_type: Channels
            weights: [layer3.2.conv1.weight]
        policies:
          - pruner: {instance_name: p}
            epochs: [0]
          - pruner: {instance_name: q}
            epochs: [0]
        """;
    for (Diagnostic finding : Draft.resnet().check(text)) {
      for (Help help : finding.helps()) {
        if (!help.edits().isEmpty()) {
          List<Diagnostic> left = Draft.resnet().check(Edits.apply(text, help.edits()));
          assertThat(Draft.codes(left)).doesNotContain("SC301e");
        }
      }
    }
  }

  @Test
  void whatIsTakenOutOfAListIsNoPlaceToAddBehind() {
    String text =
        """
        pruners:
          p:
            class: L1RankedStructureParameterPruner
            desired_sparsity: 0.5
            group_type: Filters
            group_dependency: Leader
            weights:
              - conv1.weight
              - layer1.0.conv1.weight
              - layer1.1.conv2.weight
              - layer1.2.conv2.weight
        policies:
          - pruner: {instance_name: p}
            epochs: [0]
        """;
    List<String> results = new ArrayList<>();
    for (Help help : only(text, "SC202").helps()) {
      if (!help.edits().isEmpty()) {
        results.add(Edits.apply(text, help.edits()));
      }
    }

    assertThat(results).hasSize(2);
    assertThat(results).allMatch(after -> Draft.resnet().check(after).isEmpty());
  }

  @Test
  void aChainInAMapIsNotCompletedByHalf() {
    String text =
        schedule("{layer3.0.conv2.weight: 0.5}", "    weights: [layer1.0.conv1.weight]\n");
    Diagnostic chain =
        Draft.resnet().check(text).stream()
            .filter(d -> d.kind().code().equals("SC201"))
            .findFirst()
            .orElseThrow();

    assertThat(chain.helps()).allMatch(help -> help.edits().isEmpty());
  }

  @Test
  void aSharedTensorIsLeftToOneOfTheTwo() {
    String text =
        """
        pruners:
          p:
            class: L1RankedStructureParameterPruner
            desired_sparsity: 0.5
            group_type: Filters
            weights: [layer1.0.conv1.weight, layer1.1.conv1.weight] # both
          q:
            class: L1RankedStructureParameterPruner
            desired_sparsity: 0.7
            group_type: Filters
            weights: [layer1.1.conv1.weight]
        """
            + POLICIES.replace("[1]", "[0]");

    String after = applied(text, only(text, "SC301"));

    assertThat(after).isEqualTo(text.replace(", layer1.1.conv1.weight] # both", "] # both"));
    assertThat(Draft.resnet().check(after)).isEmpty();
  }

  @Test
  void anEmptySectionGoesWithItsNull() {
    String rest = schedule("[layer1.0.conv1.weight]", "    weights: [layer1.1.conv1.weight]\n");
    String text = rest.replace("policies:", "extensions:\n  null\npolicies:");

    assertThat(applied(text, only(text, "SC406"))).isEqualTo(rest);
  }

  @Test
  void anEmptySectionThatAPolicyNeedsStays() {
    String rest = schedule("[layer1.0.conv1.weight]", "    weights: [layer1.1.conv1.weight]\n");
    String policy = "  - extension: {instance_name: t}\n    epochs: [9]\n";
    String text = rest.replace("policies:", "extensions:\npolicies:") + policy;

    assertThat(only(text, "SC406").helps()).allMatch(help -> help.edits().isEmpty());
  }

  /** Two pruners, of which the second merges the keys of the first. */
  private static String schedule(String first, String second) {
    return """
    pruners:
      p: &p
        class: L1RankedStructureParameterPruner
        desired_sparsity: 0.5
        group_type: Filters
        weights: %s
      q:
        <<: *p
    %s\
    """
            .formatted(first, second)
        + POLICIES;
  }

  private static Diagnostic only(String text, String code) {
    List<Diagnostic> found = Draft.resnet().check(text);
    assertThat(found).as(text).extracting(d -> d.kind().code()).containsOnly(code);
    return found.get(0);
  }

  private static String applied(String text, Diagnostic finding) {
    for (Help help : finding.helps()) {
      if (!help.edits().isEmpty()) {
        return Edits.apply(text, help.edits());
      }
    }
    throw new AssertionError("no edits: " + finding.message());
  }
}
