package io.schedulec.plan;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A model that lies in the project, and its groups.
 *
 * @param graph the model
 * @param spaces its groups
 */
public record Bundled(ModelGraph graph, ChannelSpaces spaces) {
  private static final Path FOLDER = Path.of("test-schedules", "models");
  private static final Map<String, Bundled> READ = new ConcurrentHashMap<>();

  /** The names of all, without ending. */
  public static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".onnx"))
          .map(name -> name.substring(0, name.length() - ".onnx".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One by its name without ending. */
  public static Bundled model(String name) {
    return READ.computeIfAbsent(name, n -> of(OnnxReader.read(FOLDER.resolve(n + ".onnx"))));
  }

  /** A model and its groups. */
  public static Bundled of(ModelGraph graph) {
    return new Bundled(graph, ChannelAnalysis.of(graph, ShapeInference.of(graph)));
  }
}
