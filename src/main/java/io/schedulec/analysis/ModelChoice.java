package io.schedulec.analysis;

import io.schedulec.schedule.Schedule;
import io.schedulec.source.Spanned;
import java.nio.file.Path;
import java.util.Optional;

/** Which model a schedule is for. */
final class ModelChoice {
  private ModelChoice() {}

  /**
   * The model given for all, else the one a comment of the schedule names, else the one that the
   * nearest configuration lists.
   */
  static Optional<NamedModel> of(
      Optional<Path> given, Schedule schedule, Path file, Optional<Configuration> configuration) {
    if (given.isPresent()) {
      return given.map(NamedModel::given);
    }
    Optional<Spanned<String>> named = schedule.modelPath();
    return named.isPresent()
        ? Optional.of(NamedModel.in(schedule.source(), named.get(), file))
        : configuration.flatMap(c -> c.modelFor(file));
  }
}
