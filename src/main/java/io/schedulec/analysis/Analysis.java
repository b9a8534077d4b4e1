package io.schedulec.analysis;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Selection;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
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
 * @param selections what its selectors stand for, as far as that is known
 * @param diagnostics every finding, in source order
 */
public record Analysis(
    SourceFile source,
    Optional<Schedule> schedule,
    Optional<BoundSchedule> bound,
    Optional<String> model,
    List<Selection> selections,
    List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public Analysis {
    selections = List.copyOf(selections);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether the schedule has selectors, whatever they stand for. */
  public boolean selects() {
    if (bound.isEmpty()) {
      return false;
    }
    for (Instance instance : bound.get().schedule().instances()) {
      for (Argument argument : instance.arguments().values()) {
        if (argument.selected()) {
          return true;
        }
      }
    }
    return !selections.isEmpty();
  }

  /** The analysis of a schedule without selectors. */
  public Analysis(
      SourceFile source,
      Optional<Schedule> schedule,
      Optional<BoundSchedule> bound,
      Optional<String> model,
      List<Diagnostic> diagnostics) {
    this(source, schedule, bound, model, List.of(), diagnostics);
  }
}
