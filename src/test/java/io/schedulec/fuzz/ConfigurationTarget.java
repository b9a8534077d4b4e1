package io.schedulec.fuzz;

import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.Target;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Any bytes as the configuration of the folder that a schedule lies in. */
public final class ConfigurationTarget {
  private static final Path SCHEDULE = Path.of("test-schedules", "mockups", "a.yaml");
  private static final SourceFile SOURCE = Sources.read("a.yaml", SCHEDULE);
  private static final Models MODELS = new Models();
  private static final Path FOLDER = folder();

  private ConfigurationTarget() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("configuration");
      Path model = Path.of("test-schedules", "models", "gated.onnx");
      Files.copy(model, folder.resolve("m.onnx"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the fuzzer calls first: what is loaded once is not in the time of an input. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("models: {'*.yaml': m.onnx}\n".getBytes(StandardCharsets.UTF_8));
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      Files.write(FOLDER.resolve("schedulec.yaml"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    analyze(Optional.empty());
    analyze(Optional.of(FOLDER.resolve("m.onnx")));
  }

  private static void analyze(Optional<Path> model) {
    try {
      new Analyzer(MODELS, model, Target.PLAN, OptionalInt.empty())
          .analyze(SOURCE, FOLDER.resolve("a.yaml"));
    } catch (UnusableFileException | UnreadableModelException e) {
      // Said in words.
    }
  }
}
