package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.DiagnosticKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of several ways about one finding, each has its turn. */
final class FixTest {
  private static final Set<DiagnosticKind> ALL = EnumSet.allOf(DiagnosticKind.class);
  private static final Analysis MIXED =
      Checked.analysis(
          "s.yaml",
          """
          pruners:
            p:
              class: L1RankedStructureParameterPruner
              desired_sparsity: 0.5
              group_type: Filters
              group_dependency: Leader
              weights: [conv1.weight, layer1.0.conv1.weight, layer1.1.conv2.weight,
                        layer1.2.conv2.weight]
          policies:
            - pruner: {instance_name: p}
              epochs: [0]
          """,
          Optional.of(Checked.bundled("resnet20_cifar")),
          Target.PLAN);

  @Test
  void theFirstWayComesFirst() {
    assertThat(texts(true, 0)).containsExactly(texts(true));
    assertThat(texts(true, 0).get(0)).contains("is one character away");
  }

  @Test
  void theSecondWayIsAnother() {
    assertThat(texts(true, 1)).hasSize(1).doesNotContainAnyElementsOf(texts(true, 0));
  }

  @Test
  void afterTheLastThereIsNone() {
    assertThat(texts(true, 2)).isEmpty();
  }

  @Test
  void waysThatAreNotAllowedHaveNoTurn() {
    assertThat(texts(false, 0)).isEmpty();
  }

  private static String[] texts(boolean unsafe) {
    return Fix.of(MIXED, ALL, unsafe).stream().map(f -> f.help().text()).toArray(String[]::new);
  }

  private static List<String> texts(boolean unsafe, int turn) {
    return Fix.of(MIXED, ALL, unsafe, turn).stream().map(f -> f.help().text()).toList();
  }
}
