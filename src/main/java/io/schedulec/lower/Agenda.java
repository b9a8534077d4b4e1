package io.schedulec.lower;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which policy acts when. */
final class Agenda {
  private final List<Entry> entries = new ArrayList<>();

  private Agenda() {}

  /** The policies of a schedule that act in the run, in the order in which they act. */
  static Agenda of(BoundSchedule schedule) {
    Agenda agenda = new Agenda();
    for (Act act : schedule.course().acts()) {
      agenda.entries.add(new Entry(agenda.entries.size(), act.policy(), act.instance()));
    }
    return agenda;
  }

  List<Entry> entries() {
    return entries;
  }

  /** The policies that act on weights, by epoch; each once in an epoch. */
  SortedMap<Integer, List<Entry>> byEpoch() {
    SortedMap<Integer, List<Entry>> epochs = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.policy().policy().kind() != Section.LR_SCHEDULERS) {
        for (int epoch : entry.policy().firings()) {
          epochs.computeIfAbsent(epoch, e -> new ArrayList<>()).add(entry);
        }
      }
    }
    return epochs;
  }
}
