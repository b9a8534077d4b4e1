package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Finds what is repeated in a row, as in {@code a bc bc bc d}. */
final class Runs {
  /** No block of a network is made of more regions in a row. */
  private static final int LONGEST = 12;

  /** Boxes that a run must save, or drawing it whole is easier to read. */
  private static final int LEAST = 3;

  private Runs() {}

  /**
   * A run.
   *
   * @param start its first place in the row
   * @param period how many places are repeated
   * @param count how often
   */
  record Run(int start, int period, int count) {}

  /**
   * The runs of a row, none of which overlap.
   *
   * @param forms the row; what is alike is equal
   * @param sizes the number of boxes at each place
   * @param many whether a block has to be there three times, and be more than a chain of boxes
   */
  static List<Run> of(List<String> forms, List<Integer> sizes, boolean many) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < forms.size()) {
      Run best = null;
      int most = LEAST - 1;
      for (int period = 1; period <= LONGEST && at + 2 * period <= forms.size(); period++) {
        Run run = new Run(at, period, count(forms, at, period));
        int saved = saved(run, sizes);
        boolean enough = !many || (run.count() > 2 && parallel(run, sizes));
        if (saved > most && enough) {
          most = saved;
          best = run;
        }
      }
      if (best != null) {
        runs.add(best);
      }
      at += best == null ? 1 : best.period() * best.count();
    }
    return runs;
  }

  private static int count(List<String> forms, int start, int period) {
    int end = start + period;
    while (end < forms.size() && Objects.equals(forms.get(end), forms.get(end - period))) {
      end++;
    }
    return (end - start) / period;
  }

  private static boolean parallel(Run run, List<Integer> sizes) {
    return Collections.max(sizes.subList(run.start(), run.start() + run.period())) > 1;
  }

  private static int saved(Run run, List<Integer> sizes) {
    int block = 0;
    for (int i = 0; i < run.period(); i++) {
      block += sizes.get(run.start() + i);
    }
    return (run.count() - 1) * block;
  }
}
