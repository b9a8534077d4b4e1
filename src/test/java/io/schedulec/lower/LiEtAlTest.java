package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.plan.DeadChannels;
import io.schedulec.plan.Rounding;
import io.schedulec.testing.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The results of Li et al. 2016, "Pruning Filters for Efficient ConvNets". Their networks have no
 * projections in the shortcuts; what is cut elsewhere is the same.
 */
final class LiEtAlTest {
  private static final long BASE_MACS = 125485696;
  private static final long BASE_PARAMS = 848944;

  @ParameterizedTest
  @CsvSource({
    "A, keep-floor, 112435840, 769456",
    "B, keep-floor, 90907264, 732016",
    "A, distiller, 116490880, 784432",
    "B, distiller, 94519936, 746128",
  })
  void resnet56(String variant, String rounding, long macs, long params) {
    boolean first = variant.equals("A");
    Set<Integer> skipped = first ? Set.of(16, 20, 38, 54) : Set.of(16, 18, 20, 34, 38, 54);
    double[] shares = first ? new double[] {0.1, 0.1, 0.1} : new double[] {0.6, 0.3, 0.1};
    Rounding rule =
        rounding.equals("distiller") ? new Rounding.Distiller() : new Rounding.KeepFloor();

    Statistics statistics =
        Compiled.statistics(
            Compiled.text(
                "li.yaml",
                resnet56(shares, skipped),
                Shared.file("models/graphs/resnet56_cifar.onnx"),
                new LoweringOptions(rule, DeadChannels.DROP)));

    Point end = statistics.points().get(1);
    assertThat(statistics.start().macs().orElseThrow() - end.macs().orElseThrow())
        .isEqualTo(BASE_MACS - macs);
    assertThat(statistics.start().params().orElseThrow() - end.params().orElseThrow())
        .isEqualTo(BASE_PARAMS - params);
  }

  /** Convolutions are numbered from 1; even ones are the first of a block, nine in each stage. */
  private static String resnet56(double[] shares, Set<Integer> skipped) {
    StringBuilder pruners = new StringBuilder("pruners:\n");
    StringBuilder policies = new StringBuilder("policies:\n");
    for (int stage = 1; stage <= 3; stage++) {
      List<String> weights = new ArrayList<>();
      for (int block = 0; block < 9; block++) {
        if (!skipped.contains(18 * (stage - 1) + 2 * block + 2)) {
          weights.add("layer" + stage + "." + block + ".conv1.weight");
        }
      }
      pruners.append(pruner("stage" + stage, shares[stage - 1], weights));
      policies.append("  - pruner: {instance_name: stage" + stage + "}\n    epochs: [0]\n");
    }
    return pruners.toString() + THINNER + policies + THINNED;
  }

  private static final String THINNER =
      """
      extensions:
        thinner:
          class: FilterRemover
          thinning_func_str: remove_filters
          arch: any
          dataset: cifar10
      """;
  private static final String THINNED =
      "  - extension: {instance_name: thinner}\n    epochs: [0]\n";

  private static String pruner(String name, double share, List<String> weights) {
    return "  "
        + name
        + ":\n    class: L1RankedStructureParameterPruner\n    group_type: Filters\n"
        + "    desired_sparsity: "
        + share
        + "\n    weights: ["
        + String.join(", ", weights)
        + "]\n";
  }

  /** The paper's Table 2, without the linear layer that this network does not have. */
  @Test
  void vgg16() {
    List<String> weights = new ArrayList<>();
    for (int layer : new int[] {0, 17, 19, 21, 24, 26, 28}) {
      weights.add("features." + layer + ".weight");
    }
    String schedule =
        "pruners:\n"
            + pruner("half", 0.5, weights)
            + THINNER
            + "policies:\n  - pruner: {instance_name: half}\n    epochs: [0]\n"
            + THINNED;

    Statistics statistics =
        Compiled.statistics(
            Compiled.text(
                "vgg.yaml",
                schedule,
                Shared.file("models/graphs/vgg16_cifar.onnx"),
                new LoweringOptions(new Rounding.KeepFloor(), DeadChannels.DROP)));

    List<Long> params = new ArrayList<>();
    Point end = statistics.points().get(1);
    end.tensors().forEach(t -> params.add(t.shape().elements()));
    assertThat(params)
        .containsExactly(
            864L, 18432L, 73728L, 147456L, 294912L, 589824L, 589824L, 589824L, 589824L, 589824L,
            589824L, 589824L, 589824L, 2560L);
    // The totals of the paper, without its two linear layers.
    assertThat(end.macs()).hasValue(206279680L - 131072 - 5120 + 2560);
    assertThat(statistics.start().macs()).hasValue(313463808L - 262144);
  }
}
