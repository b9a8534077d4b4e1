package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Checked;
import io.schedulec.analysis.Compilation;
import io.schedulec.graph.Shape;
import io.schedulec.inspect.StatisticsTable;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts that are certain, and none that are not. */
final class StatisticsTest {

  private static Statistics of(String model, Sketch schedule) {
    return Compiled.statistics(
        Compiled.text(
            "s.yaml", schedule.toString(), Checked.bundled(model), LoweringOptions.DEFAULT));
  }

  private static TensorCount end(Statistics statistics, String tensor) {
    Point end = statistics.points().get(statistics.points().size() - 1);
    return end.tensors().stream().filter(t -> t.name().equals(tensor)).findFirst().orElseThrow();
  }

  private static Sketch fine(double initial, double last) {
    return new Sketch()
        .pruner(
            "fine",
            "class: AutomatedGradualPruner, initial_sparsity: "
                + initial
                + ", final_sparsity: "
                + last
                + ", weights: [layer1.0.conv1.weight]");
  }

  @Test
  void zeroesOfAMaskThatIsNotThinned() {
    Statistics statistics =
        of(
            "resnet20_cifar",
            new Sketch()
                .ranked("p", "Filters", 0.4, "layer1.0.conv1.weight")
                .policy("pruner", "p", "epochs: [0]"));

    assertThat(statistics.points()).hasSize(1);
    TensorCount tensor = end(statistics, "layer1.0.conv1.weight");
    assertThat(tensor.zeros()).hasValue(6 * 16 * 3 * 3);
    assertThat(tensor.rate()).contains(new Rate(0.4, 0.375));
    assertThat(statistics.points().get(0).nonzero()).hasValue(270896 - 6 * 16 * 3 * 3);
  }

  @Test
  void filtersAndChannelsOfOneTensorOverlap() {
    Statistics statistics =
        of(
            "resnet20_cifar",
            new Sketch()
                .ranked("rows", "Filters", 0.5, "layer1.0.conv2.weight")
                .ranked("columns", "Channels", 0.25, "layer1.0.conv2.weight")
                .policy("pruner", "columns", "epochs: [1]"));

    assertThat(end(statistics, "layer1.0.conv2.weight").zeros()).hasValue(4 * 16 * 9);
    ZeroCount both = new ZeroCount();
    both.axis(0, OptionalInt.of(8));
    both.axis(1, OptionalInt.of(4));
    long zero = 16 * 16 * 9 - 8 * 12 * 9;
    assertThat(both.in(Shape.of(16, 16, 3, 3))).hasValue(zero);
  }

  @Test
  void elementsAfterFiltersBeginWithTheirZeroes() {
    Statistics statistics =
        of(
            "resnet20_cifar",
            fine(0.1, 0.5)
                .ranked("p", "Filters", 0.25, "layer1.0.conv1.weight")
                .policy("pruner", "p", "epochs: [0]")
                .window("pruner", "fine", 1, 4, 1));

    assertThat(end(statistics, "layer1.0.conv1.weight").zeros()).hasValue(1152);
  }

  @Test
  void filtersAfterElementsAreForTheWeightsToDecide() {
    Statistics statistics =
        of(
            "resnet20_cifar",
            fine(0.1, 0.5)
                .ranked("p", "Filters", 0.25, "layer1.0.conv1.weight")
                .policy("pruner", "p", "epochs: [9]")
                .window("pruner", "fine", 1, 4, 1));

    assertThat(end(statistics, "layer1.0.conv1.weight").zeros()).isEmpty();
    assertThat(statistics.points().get(0).nonzero()).isEqualTo(OptionalLong.empty());
    assertThat(statistics.points().get(0).params()).hasValue(270896);
  }

  @Test
  void elementsOfALayerThatIsThinnedAreForTheWeightsToDecide() {
    Statistics thinned =
        of(
            "simplenet_cifar",
            new Sketch()
                .pruner(
                    "fine",
                    "class: SparsityLevelParameterPruner,"
                        + " levels: {fc1.weight: 0.5, fc2.weight: 0.5}")
                .ranked("p", "Filters", 0.25, "conv2.weight")
                .thinner("t", "remove_filters")
                .policy("pruner", "fine", "epochs: [0]")
                .policy("pruner", "p", "epochs: [1]")
                .policy("extension", "t", "epochs: [2]"));

    assertThat(end(thinned, "fc1.weight").zeros()).isEmpty();
    assertThat(end(thinned, "fc1.weight").shape()).hasToString("120x300");
    assertThat(end(thinned, "fc2.weight").zeros()).hasValue(5040);
    assertThat(end(thinned, "conv2.weight").zeros()).hasValue(0);
  }

  @Test
  void thresholdsAreForTheWeightsToDecide() {
    Statistics statistics =
        of(
            "simplenet_cifar",
            new Sketch()
                .pruner("p", "class: MagnitudeParameterPruner, thresholds: {'*': 0.01}")
                .policy("pruner", "p", "epochs: [4]"));

    assertThat(statistics.points()).extracting(Point::epoch).containsExactly(4);
    assertThat(end(statistics, "conv1.bias").zeros()).isEmpty();
    assertThat(statistics.points().get(0).nonzero()).isEmpty();
  }

  @Test
  void nothingScheduledIsTheModelAsItIs() {
    Statistics statistics =
        Compiled.statistics(
            Compiled.text(
                "s.yaml",
                "policies: []\n",
                Checked.bundled("simplenet_cifar"),
                LoweringOptions.DEFAULT));

    assertThat(statistics.points()).hasSize(1);
    assertThat(statistics.points().get(0).tensors()).isEqualTo(statistics.start().tensors());
    assertThat(statistics.start().params()).hasValue(450 + 2400 + 48000 + 10080 + 840);
    assertThat(statistics.start().allParams()).hasValue(61770 + 6 + 16 + 120 + 84 + 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 60})
  void longNamesLoseTheirBeginning(int width) {
    Compilation compilation =
        Compiled.text(
            "a.yaml",
            new Sketch()
                .pruner(
                    "p",
                    "class: L1RankedStructureParameterPruner_AGP, group_type: Filters,"
                        + " group_dependency: Leader, initial_sparsity: 0.1, final_sparsity: 0.5,"
                        + " weights: [layer2.0.conv2.weight, layer2.0.downsample.0.weight,"
                        + " layer2.1.conv2.weight, layer2.2.conv2.weight]")
                .thinner("t", "remove_filters")
                .window("pruner", "p", 0, 9, 2)
                .policy("extension", "t", "epochs: [9]")
                .toString(),
            Checked.bundled("resnet20_cifar"),
            LoweringOptions.DEFAULT);

    String table =
        StatisticsTable.of(
            Compiled.plan(compilation).header(), Compiled.statistics(compilation), width, true);

    String name = width == 80 ? "layer2.0.downsample.0.weight" : "...v2.weight";
    assertThat(table.lines().filter(l -> l.startsWith("  "))).anyMatch(l -> l.contains(name));
    assertThat(table.lines()).allMatch(line -> line.length() <= Math.max(width, 75));
    assertThat(table).matches("\\p{ASCII}*").contains("50.00 %");
  }
}
