package io.schedulec.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.Parameter;
import io.schedulec.testing.Shared;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims about masked models against what an independent runtime computes. */
final class OracleTest {
  private static final int TRIALS = 20;
  private static final int OTHER_TRIALS = 2;

  /**
   * A claim may be weaker than it had to be: for these inputs a channel that varies may happen to
   * be zero. That is rare.
   */
  private static final int WEAK_CLAIMS = 3;

  @ParameterizedTest
  @CsvSource({
    "gated.onnx, 3",
    "gated_bias.onnx, 3",
    "mobilenet_v1_025.onnx, 3",
    "resnet20_cifar.fused.onnx, 2",
    "resnet20_cifar.onnx, 2",
    "simplenet_cifar.onnx, 3",
    "tiny_inception.fused.onnx, 3",
    "tiny_inception.onnx, 3",
  })
  void claimsHold(String name, int classes, @TempDir Path folder) {
    int weak = 0;
    Set<EquivalenceClass> seen = EnumSet.noneOf(EquivalenceClass.class);
    for (int seed = 0; seed < TRIALS; seed++) {
      Trial trial = new Trial(Path.of("test-schedules", "models", name), folder, seed);
      List<RanModel> masked = trial.run(trial.weights());
      double difference = trial.difference(masked, trial.run(trial.dropped()));
      EquivalenceClass claimed = check(name + ", trial " + seed, trial, masked, difference);
      weak += claimed != EquivalenceClass.EXACT && difference < 1e-6 ? 1 : 0;
      seen.add(claimed);
    }
    assertThat(seen).hasSize(classes);
    assertThat(weak).isLessThanOrEqualTo(WEAK_CLAIMS);
  }

  @TestFactory
  Stream<DynamicTest> claimsHoldForOtherNetworks(@TempDir Path folder) {
    return Shared.files("models/full", ".onnx").stream()
        .filter(Trial::fits)
        .map(file -> dynamicTest(file.getFileName().toString(), () -> holds(file, folder)));
  }

  private static void holds(Path file, Path folder) {
    for (int seed = 0; seed < OTHER_TRIALS; seed++) {
      Trial trial = new Trial(file, folder, seed);
      List<RanModel> masked = trial.run(trial.weights());
      double difference = trial.difference(masked, trial.run(trial.dropped()));
      claim(file + ", trial " + seed, trial, masked, difference);
    }
  }

  private static EquivalenceClass check(
      String label, Trial trial, List<RanModel> masked, double difference) {
    EquivalenceClass claimed = claim(label, trial, masked, difference);
    if (claimed == EquivalenceClass.EXACT_AFTER_FOLD) {
      double left = trial.difference(masked, trial.run(folded(trial, masked)));
      assertThat(left).as(label).isLessThan(1e-5);
    }
    return claimed;
  }

  private static EquivalenceClass claim(
      String label, Trial trial, List<RanModel> masked, double difference) {
    Map<CoupledGroup, Emission> claims = trial.claims();
    EquivalenceClass claimed = EquivalenceClass.EXACT;
    for (Map.Entry<CoupledGroup, Emission> claim : claims.entrySet()) {
      emitted(label + ": " + claim.getValue(), trial, claim.getKey(), claim.getValue(), masked);
      EquivalenceClass own = claim.getValue().equivalence();
      claimed = own.compareTo(claimed) > 0 ? own : claimed;
    }
    if (claimed == EquivalenceClass.EXACT) {
      assertThat(difference).as(label).isLessThan(1e-6);
    }
    return claimed;
  }

  private static void emitted(
      String label, Trial trial, CoupledGroup group, Emission claim, List<RanModel> masked) {
    double largest = 0;
    boolean varies = false;
    for (Trial.Reading reading : trial.readings(group)) {
      for (int index : reading.indices()) {
        List<Float> elements = trial.elements(masked, reading, index);
        for (float element : elements) {
          varies |= Math.abs(element - elements.get(0)) > 1e-5;
          largest = Math.max(largest, Math.abs(element));
        }
      }
    }
    boolean seen = !trial.readings(group).isEmpty();
    if (seen && claim.dropped() != Dropped.VARYING) {
      assertThat(varies).as(label).isFalse();
      assertThat(largest).as(label).isCloseTo(claim.largest(), within(1e-5 * (1 + largest)));
    }
  }

  /** The model without the removed channels, their constants folded into their readers. */
  private static EditedWeights folded(Trial trial, List<RanModel> masked) {
    EditedWeights weights = trial.dropped();
    for (CoupledGroup group : trial.removed().keySet()) {
      trial.readings(group).forEach(reading -> fold(trial, weights, reading, masked));
    }
    return weights;
  }

  /** Adds what a reader makes of the constants to its bias, or takes it off the mean behind it. */
  private static void fold(
      Trial trial, EditedWeights folded, Trial.Reading reading, List<RanModel> masked) {
    double[] sums = contribution(trial, reading, masked);
    if (Arrays.stream(sums).allMatch(sum -> sum == 0)) {
      return;
    }
    Optional<Parameter> bias = Trial.parameter(reading.node(), 2);
    double sign = bias.isPresent() ? 1 : -1;
    float[] target = folded.elements(bias.orElseGet(() -> trial.meanBehind(reading.node())));
    for (int f = 0; f < sums.length; f++) {
      target[f] += (float) (sign * sums[f]);
    }
  }

  private static double[] contribution(Trial trial, Trial.Reading reading, List<RanModel> masked) {
    Parameter parameter = reading.member().parameter();
    float[] weight = trial.weights().elements(parameter);
    double[] sums = new double[(int) parameter.shape().dim(0)];
    int columns = (int) parameter.shape().dim(1);
    int inner = weight.length / sums.length / columns;
    for (int index : reading.indices()) {
      double constant = trial.elements(masked, reading, index).get(0);
      for (int f = 0; f < sums.length; f++) {
        for (int k = 0; k < inner; k++) {
          sums[f] += constant * weight[(f * columns + index) * inner + k];
        }
      }
    }
    return sums;
  }
}
