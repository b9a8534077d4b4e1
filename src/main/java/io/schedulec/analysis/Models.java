package io.schedulec.analysis;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.Contradiction;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The models that have been read, each once, and analysed once for what is said of operators. */
public sealed class Models permits FreshModels {
  private final Map<Path, ModelGraph> graphs = new HashMap<>();
  private final Map<Key, ModelFacts> known = new HashMap<>();

  /** A model file, and what is said of operators that it has. */
  private record Key(Path file, Map<String, DeclaredOperator> declared) {
    // Looked up in every run: what a record brings along for that takes long when first used.

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && that.file.equals(file) && that.declared.equals(declared);
    }

    @Override
    public int hashCode() {
      return 31 * file.hashCode() + declared.hashCode();
    }
  }

  /**
   * Makes sure that a file is a model.
   *
   * @throws io.schedulec.graph.UnreadableModelException if it is none
   */
  public void demand(Path file) {
    graph(file);
  }

  /**
   * The facts of a model file of whose operators nothing is said.
   *
   * @throws io.schedulec.graph.UnreadableModelException if it is no model
   */
  public ModelFacts load(Path file) {
    return load(file, Contracts.NONE);
  }

  /**
   * The facts of a model file.
   *
   * @param contracts what is said of operators
   * @throws io.schedulec.graph.UnreadableModelException if it is no model
   * @throws UnusableFileException if what is said of operators is not so
   */
  public ModelFacts load(Path file, Contracts contracts) {
    ModelGraph graph = graph(file).declaring(contracts.operators());
    Key key = new Key(key(file), graph.declared());
    ModelFacts facts = known.get(key);
    if (facts == null) {
      facts = facts(graph, contracts);
      known.put(key, facts);
    }
    return facts;
  }

  /** The files that have been read. */
  public Set<Path> files() {
    return Set.copyOf(graphs.keySet());
  }

  /** The network in a file. */
  ModelGraph graph(Path file) {
    Path key = key(file);
    ModelGraph graph = graphs.get(key);
    if (graph == null) {
      graph = ModelFormat.read(file);
      graphs.put(key, graph);
    }
    return graph;
  }

  /** Forgets what is known of a file. */
  void forget(Path file) {
    Path key = key(file);
    graphs.remove(key);
    known.keySet().removeIf(of -> of.file().equals(key));
  }

  static Path key(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static ModelFacts facts(ModelGraph graph, Contracts contracts) {
    ShapeTable shapes = ShapeInference.of(graph);
    Optional<Contradiction> contradiction = Contradiction.in(graph, shapes);
    if (contradiction.isPresent()) {
      throw contracts.refuted(contradiction.get());
    }
    ChannelSpaces spaces = ChannelAnalysis.of(graph, shapes);
    return ModelFacts.of(graph, shapes, spaces);
  }
}
