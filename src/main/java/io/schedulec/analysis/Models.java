package io.schedulec.analysis;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The models that have been read, each once. */
public sealed class Models permits FreshModels {
  private final Map<Path, ModelFacts> known = new HashMap<>();

  /**
   * The facts of a model file.
   *
   * @throws io.schedulec.graph.UnreadableModelException if it is no model
   */
  public ModelFacts load(Path file) {
    Path key = file.toAbsolutePath().normalize();
    ModelFacts facts = known.get(key);
    if (facts == null) {
      facts = read(file);
      known.put(key, facts);
    }
    return facts;
  }

  /** The files that have been read. */
  public Set<Path> files() {
    return Set.copyOf(known.keySet());
  }

  /** Reads a model file, whatever is known of it. */
  static ModelFacts read(Path file) {
    ModelGraph graph = ModelFormat.read(file);
    ShapeTable shapes = ShapeInference.of(graph);
    ChannelSpaces spaces = ChannelAnalysis.of(graph, shapes);
    return ModelFacts.of(graph, shapes, spaces);
  }
}
