package io.schedulec.analysis;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.shape.Contradiction;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@code schedulec.yaml} says of operators that are not known, and where it says so. */
public final class Contracts {
  /** Nothing is said of any operator. */
  public static final Contracts NONE = new Contracts(Optional.empty(), List.of(), Map.of());

  private final Optional<SourceFile> source;
  private final List<DeclaredOperator> operators;
  private final Map<Said, Span> places;

  /** One thing that is said of one operator. */
  record Said(String operator, DeclaredOperator.Clause clause) {}

  private Contracts(
      Optional<SourceFile> source, List<DeclaredOperator> operators, Map<Said, Span> places) {
    this.source = source;
    this.operators = List.copyOf(operators);
    this.places = Map.copyOf(places);
  }

  /** What a text says. */
  static Contracts of(SourceFile source, List<DeclaredOperator> operators, Map<Said, Span> places) {
    return new Contracts(Optional.of(source), operators, places);
  }

  /**
   * What the configuration in the folder of a file, or the nearest folder above it, says.
   *
   * @throws UnusableFileException if that is unusable
   */
  public static Contracts nearest(Path file) {
    return new Configurations().nearest(file).map(Configuration::contracts).orElse(NONE);
  }

  /** What is said, in file order. */
  List<DeclaredOperator> operators() {
    return operators;
  }

  /** What to throw where something that is said is not so. */
  UnusableFileException refuted(Contradiction contradiction) {
    Said said = new Said(contradiction.operator().name(), contradiction.clause());
    return UnusableFileException.at(
        source.orElseThrow(), places.getOrDefault(said, new Span(0, 0)), contradiction.sentence());
  }
}
