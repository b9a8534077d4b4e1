package io.schedulec.lower;

import io.schedulec.plan.Step;
import java.util.List;

/**
 * What one policy does in the same way in several epochs.
 *
 * @param entry the policy
 * @param epochs the epochs, ascending, at least one
 * @param steps what it does in each of them
 */
record Segment(Entry entry, List<Integer> epochs, List<Step> steps) {
  /** Copies the lists. */
  Segment {
    epochs = List.copyOf(epochs);
    steps = List.copyOf(steps);
  }

  int first() {
    return epochs.get(0);
  }

  /** The same in the epochs before another one. */
  Segment before(int epoch) {
    return new Segment(entry, epochs.stream().filter(e -> e < epoch).toList(), steps);
  }

  /** The same from an epoch on. */
  Segment from(int epoch) {
    return new Segment(entry, epochs.stream().filter(e -> e >= epoch).toList(), steps);
  }
}
