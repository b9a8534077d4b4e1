package io.schedulec.bind;

import io.schedulec.schedule.Schedule;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A schedule joined with a model.
 *
 * @param schedule the schedule as read
 * @param facts the model
 * @param target what the schedule is meant to run on
 * @param epochs the length of the training run, if that is known
 * @param pruners the pruners that some policy schedules, in file order
 * @param keyedMisses for every other instance, the parameter names it uses as keys and that the
 *     model does not have, by instance name; pruners and regularizers alike
 * @param hits how many names of the whole schedule the model has
 * @param course what happens when
 */
public record BoundSchedule(
    Schedule schedule,
    ModelFacts facts,
    Target target,
    OptionalInt epochs,
    List<BoundPruner> pruners,
    Map<String, List<Spanned<String>>> keyedMisses,
    int hits,
    Course course) {

  /** Copies the lists. */
  public BoundSchedule {
    pruners = List.copyOf(pruners);
  }

  /** The text of the schedule. */
  public SourceFile source() {
    return schedule.source();
  }

  /** Every name that the model does not have, in pruners and elsewhere. */
  public List<Spanned<String>> misses() {
    List<Spanned<String>> all = new ArrayList<>();
    pruners.forEach(pruner -> all.addAll(pruner.misses()));
    keyedMisses.values().forEach(all::addAll);
    return all;
  }

  /** The one prefix that explains all of them. */
  public Optional<Prefix> prefix() {
    return Prefix.explaining(
        misses().stream().map(Spanned::value).toList(), hits > 0, facts.names());
  }
}
