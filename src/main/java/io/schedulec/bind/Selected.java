package io.schedulec.bind;

import io.schedulec.schedule.Schedule;
import java.util.List;

/**
 * A schedule with names in the place of its selectors.
 *
 * @param schedule the schedule; each name has the place of the selector that stands for it
 * @param selections what its selectors stand for, in instances first and then in policies; empty if
 *     it has none, or if no model is known that could say it
 */
public record Selected(Schedule schedule, List<Selection> selections) {
  /** Copies the list. */
  public Selected {
    selections = List.copyOf(selections);
  }
}
