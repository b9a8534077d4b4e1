package io.schedulec.fuzz;

import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.shape.LayerTable;
import io.schedulec.inspect.GroupsJson;
import io.schedulec.inspect.WeightsView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any bytes as a model: read, its shapes inferred, its groups found and shown. */
public final class OnnxTarget {
  private static final Path FILE = file();

  private OnnxTarget() {}

  private static Path file() {
    try {
      return Files.createTempDirectory("model").resolve("m.onnx");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the fuzzer calls first: what is loaded once is not in the time of an input. */
  public static void fuzzerInitialize() {
    Path model = Path.of("test-schedules", "models", "tiny_inception.onnx");
    fuzzerTestOneInput(Sources.bytes("tiny_inception.onnx", model));
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      // Not written over: what was mapped of the file before would change under the reader.
      Files.deleteIfExists(FILE);
      Files.write(FILE, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      show(new Models().load(FILE));
    } catch (UnusableFileException | UnreadableModelException e) {
      // Said in words.
    }
  }

  private static void show(ModelFacts facts) {
    GroupsJson.of("m.onnx", facts.graph(), facts.spaces());
    WeightsView.text(LayerTable.of(facts.graph(), facts.shapes()), facts.spaces());
  }
}
