package io.schedulec.analysis;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.schedule.Schedule;
import io.schedulec.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one schedule. Immutable.
 *
 * @param source its text
 * @param schedule the schedule, where the text could be read as YAML
 * @param bound the schedule joined with its model, or with an assumed one where none is known
 * @param model the file name of the model it was checked against
 * @param diagnostics the findings to show, in source order
 * @param found all findings as they are of themselves, before comments, configuration and baseline
 *     had a say
 * @param hidden what is not shown
 */
public record Analysis(
    SourceFile source,
    Optional<Schedule> schedule,
    Optional<BoundSchedule> bound,
    Optional<String> model,
    List<Diagnostic> diagnostics,
    List<Diagnostic> found,
    Hidden hidden) {

  /** Copies the findings. */
  public Analysis {
    diagnostics = List.copyOf(diagnostics);
    found = List.copyOf(found);
  }

  /** An analysis of whose findings all are shown. */
  public Analysis(
      SourceFile source,
      Optional<Schedule> schedule,
      Optional<BoundSchedule> bound,
      Optional<String> model,
      List<Diagnostic> diagnostics) {
    this(source, schedule, bound, model, diagnostics, diagnostics, Hidden.NOTHING);
  }
}
