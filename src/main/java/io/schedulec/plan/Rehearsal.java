package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.plan.Places.StepPlaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Carries a plan out on counts alone, epoch by epoch, up to the first step that is wrong: what
 * follows counts on that.
 */
final class Rehearsal {
  /** More would take longer than anyone waits for a verdict. */
  private static final long MOST_FIRINGS = 1_000_000;

  private final ParsedPlan parsed;
  private final Problems problems;
  private final MaskRehearsal masks;
  private final ThinRehearsal thins;

  /** A block in one of its epochs. */
  private record Firing(int epoch, int block) {}

  Rehearsal(
      ParsedPlan parsed,
      Map<String, CoupledGroup> groups,
      ModelTensors tensors,
      Problems problems) {
    this.parsed = parsed;
    this.problems = problems;
    Extents extents = new Extents(tensors);
    Zeroed zeroed = new Zeroed(groups);
    Rounding rounding = parsed.plan().header().rounding();
    this.masks = new MaskRehearsal(extents, zeroed, rounding, problems);
    this.thins = new ThinRehearsal(groups, extents, zeroed, problems);
  }

  void run() {
    if (affordable()) {
      for (Firing firing : firings()) {
        if (!fire(firing)) {
          return;
        }
      }
    }
  }

  private boolean affordable() {
    long firings = 0;
    for (int i = 0; i < parsed.plan().blocks().size(); i++) {
      Block block = parsed.plan().blocks().get(i);
      firings += (long) block.epochs().size() * block.steps().size();
      if (firings > MOST_FIRINGS) {
        String message = "the steps up to here act over " + MOST_FIRINGS + " times";
        problems.broken(parsed.places().blocks().get(i).epochs(), message, "too many to follow");
        return false;
      }
    }
    return true;
  }

  private List<Firing> firings() {
    List<Firing> firings = new ArrayList<>();
    for (int block = 0; block < parsed.plan().blocks().size(); block++) {
      for (int epoch : parsed.plan().blocks().get(block).epochs()) {
        firings.add(new Firing(epoch, block));
      }
    }
    firings.sort(Comparator.comparingInt(Firing::epoch).thenComparingInt(Firing::block));
    return firings;
  }

  /** Carries a block out in an epoch; whether nothing was wrong with it. */
  private boolean fire(Firing firing) {
    List<Step> steps = parsed.plan().blocks().get(firing.block()).steps();
    List<StepPlaces> places = parsed.places().blocks().get(firing.block()).steps();
    for (int i = 0; i < steps.size(); i++) {
      if (!step(steps.get(i), firing.epoch(), places.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Carries a step out; whether nothing was wrong with it. */
  private boolean step(Step step, int epoch, StepPlaces at) {
    if (step instanceof Step.Mask mask) {
      return masks.apply(mask, epoch, at);
    } else if (step instanceof Step.Thin thin) {
      return thins.apply(thin, epoch, at);
    }
    return true;
  }
}
