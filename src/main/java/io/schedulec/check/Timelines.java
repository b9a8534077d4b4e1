package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.diagnostic.Figure;
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Firings as findings show them. */
final class Timelines {
  /** More than any page has columns. */
  private static final int MOST = 1_000;

  private Timelines() {}

  /** A row of a figure. */
  static Figure.Timeline.Firings row(String name, BoundPolicy policy) {
    int end = policy.timing() instanceof Timing.Window window ? window.end().value() : -1;
    return new Figure.Timeline.Firings(name, epochs(policy.firings()), end);
  }

  /** The epochs; of very many, some evenly spread and the last. */
  static List<Integer> epochs(Firings firings) {
    int count = firings.count();
    int step = (count + MOST - 1) / MOST;
    List<Integer> epochs = new ArrayList<>();
    for (int i = 0; i < count; i += Math.max(1, step)) {
      epochs.add(firings.at(i));
    }
    if (step > 1) {
      epochs.set(epochs.size() - 1, firings.last());
    }
    return epochs;
  }

  /** Where a policy says in which epoch it starts. */
  static Span start(BoundPolicy policy) {
    return policy.timing() instanceof Timing.Window window
        ? window.startEntry()
        : policy.timingSpan();
  }

  /** Where a policy says in which epoch it ends. */
  static Span end(BoundPolicy policy) {
    return policy.timing() instanceof Timing.Window window
        ? window.endEntry()
        : policy.timingSpan();
  }
}
