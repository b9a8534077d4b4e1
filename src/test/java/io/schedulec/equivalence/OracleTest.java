package io.schedulec.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims about masked models against what an independent runtime computes. */
final class OracleTest {
  private static final int TRIALS = 24;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gated.onnx",
        "gated_bias.onnx",
        "mobilenet_v1_025.onnx",
        "resnet20_cifar.fused.onnx",
        "resnet20_cifar.onnx",
        "simplenet_cifar.onnx",
        "tiny_inception.fused.onnx",
        "tiny_inception.onnx",
      })
  void claimsHold(String name, @TempDir Path folder) {
    Map<EquivalenceClass, Integer> seen = new EnumMap<>(EquivalenceClass.class);
    int approximateButEqual = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      Trial trial = new Trial(Path.of("test-schedules", "models", name), folder, seed);
      if (trial.removed().isEmpty()) {
        continue;
      }
      Map<CoupledGroup, Emission> claims = trial.claims();
      RanModel masked = trial.run(trial.weights());
      String label = name + " trial " + seed + " " + claims.values();
      claims.forEach((group, claim) -> emitted(label, trial, group, claim, masked));
      EquivalenceClass claimed = EquivalenceClass.EXACT;
      for (Emission claim : claims.values()) {
        claimed = claim.equivalence().compareTo(claimed) > 0 ? claim.equivalence() : claimed;
      }
      seen.merge(claimed, 1, Integer::sum);
      double difference =
          difference(trial.output(masked), trial.output(trial.run(trial.dropped())));
      if (claimed == EquivalenceClass.EXACT) {
        assertThat(difference).as(label).isLessThan(1e-6);
      } else if (claimed == EquivalenceClass.EXACT_AFTER_FOLD) {
        folded(label, trial, claims, masked);
      } else if (difference < 1e-6) {
        approximateButEqual++;
        System.out.println(label);
      }
    }
    System.out.println(name + " " + seen + " " + approximateButEqual);
  }

  private static void emitted(
      String label, Trial trial, CoupledGroup group, Emission claim, RanModel ran) {
    double largest = 0;
    boolean varies = false;
    for (Trial.Reading reading : trial.readings(group)) {
      for (int index : reading.indices()) {
        float[] elements = trial.elements(ran, reading, index);
        for (float element : elements) {
          varies |= Math.abs(element - elements[0]) > 1e-5;
          largest = Math.max(largest, Math.abs(element));
        }
      }
    }
    if (claim.dropped() != Dropped.VARYING) {
      assertThat(varies).as(label).isFalse();
      assertThat(largest).as(label).isCloseTo(claim.largest(), within(1e-5 * (1 + largest)));
    } else if (!varies) {
      System.out.println("precision " + label + " " + largest);
    }
  }

  private static void folded(
      String label, Trial trial, Map<CoupledGroup, Emission> claims, RanModel masked) {
    EditedWeights weights = trial.dropped();
    for (CoupledGroup group : claims.keySet()) {
      for (Trial.Reading reading : trial.readings(group)) {
        if (!fold(trial, weights, reading, masked)) {
          System.out.println("no bias " + label);
          return;
        }
      }
    }
    double difference = difference(trial.output(masked), trial.output(trial.run(weights)));
    assertThat(difference).as(label).isLessThan(1e-5);
  }

  /** Adds what a reader makes of the constants to its bias, or takes it off the mean behind it. */
  private static boolean fold(
      Trial trial, EditedWeights folded, Trial.Reading reading, RanModel masked) {
    Optional<Parameter> bias = Trial.parameter(reading.node(), 2);
    List<Node> users = trial.users(reading.node());
    boolean normalised = users.size() == 1 && users.get(0).opType().equals("BatchNormalization");
    if (bias.isEmpty() && !normalised) {
      return false;
    }
    Parameter target =
        bias.isPresent() ? bias.get() : Trial.parameter(users.get(0), 3).orElseThrow();
    float[] sums = folded.elements(target);
    float[] weight = trial.weights().elements(reading.member().parameter());
    int columns = (int) reading.member().parameter().shape().dim(1);
    int inner = weight.length / sums.length / columns;
    for (int index : reading.indices()) {
      double constant = trial.elements(masked, reading, index)[0];
      for (int f = 0; f < sums.length; f++) {
        for (int k = 0; k < inner; k++) {
          double product = constant * weight[(f * columns + index) * inner + k];
          sums[f] += (float) (bias.isPresent() ? product : -product);
        }
      }
    }
    return true;
  }

  private static double difference(float[] a, float[] b) {
    double difference = 0;
    double scale = 0;
    for (int i = 0; i < a.length; i++) {
      difference = Math.max(difference, Math.abs(a[i] - b[i]));
      scale = Math.max(scale, Math.abs(a[i]));
    }
    return difference / scale;
  }
}
