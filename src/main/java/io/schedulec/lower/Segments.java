package io.schedulec.lower;

import io.schedulec.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what policies do, epoch by epoch, into segments. */
final class Segments {

  private record Open(Entry entry, List<Integer> epochs, List<Step> steps) {}

  private final List<Open> all = new ArrayList<>();
  private final Map<Entry, Open> open = new HashMap<>();

  /** Adds what a policy does in an epoch after all earlier ones. */
  void add(Entry entry, int epoch, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    Open last = open.get(entry);
    if (last == null || !last.steps().equals(steps)) {
      last = new Open(entry, new ArrayList<>(), steps);
      all.add(last);
      open.put(entry, last);
    }
    last.epochs().add(epoch);
  }

  List<Segment> toList() {
    List<Segment> segments = new ArrayList<>();
    all.forEach(o -> segments.add(new Segment(o.entry(), o.epochs(), o.steps())));
    return segments;
  }
}
