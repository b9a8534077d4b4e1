package io.schedulec.analysis;

import io.schedulec.schedule.Schedule;
import io.schedulec.source.Position;
import io.schedulec.source.Spanned;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Which model a schedule is for. */
final class ModelChoice {
  private ModelChoice() {}

  /**
   * The model given for all, else the one a comment of the schedule names, else the one that the
   * nearest configuration lists.
   */
  static Optional<Path> of(Optional<Path> given, Schedule schedule, Path file) {
    if (given.isPresent()) {
      return given;
    }
    Optional<Spanned<String>> named = schedule.modelPath();
    return named.isPresent()
        ? Optional.of(named(schedule, named.get(), file))
        : Configuration.nearest(file).flatMap(c -> c.modelFor(file));
  }

  private static Path named(Schedule schedule, Spanned<String> named, Path file) {
    Position at = schedule.source().position(named.span().start());
    String place = schedule.source().path() + ":" + at.line() + ":" + at.column() + ": ";
    try {
      Path model = file.toAbsolutePath().resolveSibling(named.value());
      if (!Files.exists(model)) {
        throw new UnusableFileException(place + "the model " + named.value() + " does not exist");
      }
      return model;
    } catch (InvalidPathException e) {
      throw new UnusableFileException(place + "not a path: " + named.value());
    }
  }
}
