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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The models that have been read, each once, and analysed once for what is said of operators. Any
 * thread may ask; who asks for a model that another one is reading waits for it.
 */
public sealed class Models permits FreshModels {
  private final Map<Path, ModelGraph> graphs = new ConcurrentHashMap<>();
  private final Map<Key, ModelFacts> known = new ConcurrentHashMap<>();

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
    return facts != null ? facts : known.computeIfAbsent(key, new Analysing(graph, contracts));
  }

  /** The files that have been read. */
  public Set<Path> files() {
    return Set.copyOf(graphs.keySet());
  }

  /** The network in a file. */
  ModelGraph graph(Path file) {
    Path key = key(file);
    ModelGraph graph = graphs.get(key);
    return graph != null ? graph : graphs.computeIfAbsent(key, new Reading(file));
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

  // Written out, because a lambda takes long when it is first used.

  /** Reads a file under the name that it was asked for by, which messages repeat. */
  private static final class Reading implements Function<Path, ModelGraph> {
    private final Path file;

    Reading(Path file) {
      this.file = file;
    }

    @Override
    public ModelGraph apply(Path key) {
      return ModelFormat.read(file);
    }
  }

  private static final class Analysing implements Function<Key, ModelFacts> {
    private final ModelGraph graph;
    private final Contracts contracts;

    Analysing(ModelGraph graph, Contracts contracts) {
      this.graph = graph;
      this.contracts = contracts;
    }

    @Override
    public ModelFacts apply(Key key) {
      ShapeTable shapes = ShapeInference.of(graph);
      Optional<Contradiction> contradiction = Contradiction.in(graph, shapes);
      if (contradiction.isPresent()) {
        throw contracts.refuted(contradiction.get());
      }
      ChannelSpaces spaces = ChannelAnalysis.of(graph, shapes);
      return ModelFacts.of(graph, shapes, spaces);
    }
  }
}
