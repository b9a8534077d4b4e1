package io.schedulec.run;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.WeightSource;
import io.schedulec.surgery.ZeroedReaders;
import io.schedulec.verify.Comparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Runs a thinned model beside the model whose readers' weights for the lost channels are zero. */
final class Verification {
  private final WeightSource weights;
  private final long seed;

  Verification(WeightSource weights, long seed) {
    this.weights = weights;
    this.seed = seed;
  }

  /**
   * How far the two are apart.
   *
   * @param epoch the epoch, to say which moment failed
   * @throws FailedVerificationException if that is too far
   */
  double difference(Stage stage, int epoch) {
    double difference = measured(stage);
    if (difference <= Comparison.TOLERANCE) {
      return difference;
    }
    throw new FailedVerificationException(
        String.format(
            Locale.ROOT,
            "verification failed at epoch %d: the thinned model differs by %.1e from the model"
                + " whose readers' weights for the removed channels are zero (at most %.0e is"
                + " accepted)",
            epoch,
            difference,
            Comparison.TOLERANCE));
  }

  private double measured(Stage stage) {
    Path folder = folder();
    try {
      Path thinned = folder.resolve("thinned.onnx");
      Path reference = folder.resolve("reference.onnx");
      stage.thinned().write(thinned);
      Overlay masked = new Overlay(weights, stage.outcome().contents());
      Map<Parameter, ByteBuffer> zeroed =
          ZeroedReaders.of(stage.plan().graph(), stage.removals(), masked);
      Stage.with(stage.masked(), zeroed).write(reference);
      return Comparison.difference(thinned, reference, seed);
    } catch (IOException e) {
      throw new UnrunnableException("models to compare cannot be written: " + e.getMessage());
    } finally {
      delete(folder);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("schedulec-verify");
    } catch (IOException e) {
      throw new UnrunnableException("no temporary folder can be made: " + e.getMessage());
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
