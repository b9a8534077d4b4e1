package io.schedulec.verify;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs two models on the same random inputs. */
public final class Comparison {
  /** How far apart two models may be and still count as computing the same. */
  public static final double TOLERANCE = 1e-5;

  private static final int SAMPLES = 3;

  private Comparison() {}

  /** Why models cannot be run here, as one sentence; empty where they can. */
  public static Optional<String> obstacle() {
    try {
      if (CommandLine.tooLong()) {
        return Optional.of(
            "ONNX Runtime does not start under a command line of 4096 bytes or more");
      }
      OrtModel.load();
      return Optional.empty();
    } catch (LinkageError e) {
      return Optional.of("ONNX Runtime is not here, or not for this machine");
    }
  }

  /**
   * The largest difference of any output, {@code max|a-b| / max|b|}, over a few random inputs.
   *
   * @param model the model in question
   * @param reference the model it should be equal to
   * @param seed where the random numbers start
   * @throws NotComparableException if one of them does not run, or the reference computes nothing
   */
  public static double difference(Path model, Path reference, long seed) {
    List<List<double[]>> actual = outputs(model, seed);
    List<List<double[]>> expected = outputs(reference, seed);
    demandFinite(expected);
    double largest = 0;
    for (int i = 0; i < SAMPLES; i++) {
      largest = worse(largest, difference(actual.get(i), expected.get(i)));
    }
    return largest;
  }

  /**
   * Makes sure that there is something to compare: nothing agrees with nothing.
   *
   * @throws NotComparableException if no output is a number
   */
  static void demandFinite(List<List<double[]>> samples) {
    boolean some =
        samples.stream()
            .flatMap(List::stream)
            .flatMapToDouble(Arrays::stream)
            .anyMatch(Double::isFinite);
    if (!some) {
      throw new NotComparableException(
          "the model computes no finite number from random inputs, so nothing can be compared");
    }
  }

  private static List<List<double[]>> outputs(Path model, long seed) {
    List<List<double[]>> outputs = new ArrayList<>();
    try (OrtModel session = OrtModel.open(model)) {
      for (int i = 0; i < SAMPLES; i++) {
        outputs.add(session.run(new RandomInputs(seed + i)));
      }
      return outputs;
    } catch (OrtException e) {
      throw new NotComparableException(model, String.valueOf(e.getMessage()));
    }
  }

  /** Several outputs; models with unequal outputs are as far apart as can be. */
  static double difference(List<double[]> actual, List<double[]> expected) {
    if (actual.size() != expected.size()) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int i = 0; i < actual.size(); i++) {
      largest = worse(largest, difference(actual.get(i), expected.get(i)));
    }
    return largest;
  }

  private static double difference(double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      return Double.POSITIVE_INFINITY;
    }
    double apart = 0;
    double scale = 0;
    for (int i = 0; i < actual.length; i++) {
      apart = worse(apart, distance(actual[i], expected[i]));
      scale = Math.max(scale, Math.abs(expected[i]));
    }
    return apart == 0 ? 0 : apart / scale;
  }

  /** Numbers that are not finite agree only with themselves. */
  private static double distance(double actual, double expected) {
    if (Double.compare(actual, expected) == 0) {
      return 0;
    }
    double distance = Math.abs(actual - expected);
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }

  private static double worse(double a, double b) {
    return Double.isNaN(b) ? Double.POSITIVE_INFINITY : Math.max(a, b);
  }
}
