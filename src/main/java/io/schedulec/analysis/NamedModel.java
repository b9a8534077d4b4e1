package io.schedulec.analysis;

import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Spanned;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A model that a text names, or one that was asked for.
 *
 * @param file the model
 * @param place where the text names it, to stand before what is wrong with it; empty if none does
 */
record NamedModel(Path file, String place) {

  /** A model that was asked for. */
  static NamedModel given(Path file) {
    return new NamedModel(file, "");
  }

  /**
   * A model that a text names.
   *
   * @param sibling a file of the folder that the name is relative to
   * @throws UnusableFileException if the name is none
   */
  static NamedModel in(SourceFile source, Spanned<String> name, Path sibling) {
    Position at = source.position(name.span().start());
    String place = source.path() + ":" + at.line() + ":" + at.column() + ": ";
    if (name.value().isBlank()) {
      throw new UnusableFileException(place, "the path of a model is missing");
    }
    try {
      Path file = sibling.toAbsolutePath().resolveSibling(name.value()).normalize();
      return new NamedModel(file, place);
    } catch (InvalidPathException e) {
      throw new UnusableFileException(place, "not a path: " + e.getReason());
    }
  }

  /**
   * What the model says.
   *
   * @param contracts what is said of operators
   * @throws UnusableFileException if a text names it and it is no model
   * @throws UnreadableModelException if it was asked for and is no model
   */
  ModelFacts load(Models models, Contracts contracts) {
    try {
      return models.load(file, contracts);
    } catch (UnreadableModelException e) {
      if (place.isEmpty()) {
        throw e;
      }
      throw new UnusableFileException(place, String.valueOf(e.getMessage()));
    }
  }
}
