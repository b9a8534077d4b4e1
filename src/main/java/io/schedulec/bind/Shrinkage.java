package io.schedulec.bind;

import io.schedulec.rate.StructureCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What becomes of a number of structures that a pruner ranks, as thinning follows pruning. */
public final class Shrinkage {
  /** No training thins more often. */
  private static final int MOST = 500;

  private final Course course;
  private final BoundPruner pruner;
  private final Structure structure;

  private Shrinkage(Course course, BoundPruner pruner) {
    this.course = course;
    this.pruner = pruner;
    this.structure = pruner.structure().orElseThrow();
  }

  /**
   * A mask and what it leaves.
   *
   * @param firing the epoch of the last firing before the thinning
   * @param target the share it asks for, of what is left then
   * @param before how many structures there are then
   * @param kept how many its mask keeps
   * @param thinning what cuts the others out; empty for the mask at the end
   */
  public record Stage(
      int firing, double target, int before, int kept, Optional<ThinningStep> thinning) {}

  /** A firing of a policy. */
  private record Firing(BoundPolicy policy, int epoch) {}

  /**
   * The masks that are thinned, in order of time, and the one at the end. Empty where a target
   * depends on more than the schedule.
   *
   * @param size how many structures there are at first
   */
  public static List<Stage> of(BoundSchedule schedule, BoundPruner pruner, int size) {
    return new Shrinkage(schedule.course(), pruner).stages(size);
  }

  private List<Stage> stages(int size) {
    List<Stage> stages = new ArrayList<>();
    double most = Rates.most(pruner).orElse(1);
    Optional<ThinningStep> previous = Optional.empty();
    int left = size;
    for (int i = 0; i < MOST; i++) {
      Optional<Firing> first = first(previous);
      if (first.isEmpty()) {
        return stages;
      }
      Firing one = first.get();
      boolean done = StructureCount.removed(most, left) == 0;
      Optional<ThinningStep> next =
          done ? Optional.empty() : course.nextThinning(structure, one.epoch(), one.policy());
      Firing last = last(next).orElse(one);
      OptionalDouble target = Rates.target(pruner.instance(), last.policy(), last.epoch());
      if (target.isEmpty()) {
        return List.of();
      }
      int kept = StructureCount.kept(target.getAsDouble(), left);
      if (kept < left || next.isEmpty()) {
        stages.add(new Stage(last.epoch(), target.getAsDouble(), left, kept, next));
      }
      if (next.isEmpty()) {
        return stages;
      }
      left = kept;
      previous = next;
    }
    return stages;
  }

  private Optional<Firing> first(Optional<ThinningStep> after) {
    Optional<Firing> first = Optional.empty();
    for (BoundPolicy policy : pruner.policies()) {
      OptionalInt epoch = policy.firings().from(after.isEmpty() ? 0 : after.get().turn(policy));
      if (epoch.isPresent() && (first.isEmpty() || epoch.getAsInt() < first.get().epoch())) {
        first = Optional.of(new Firing(policy, epoch.getAsInt()));
      }
    }
    return first;
  }

  private Optional<Firing> last(Optional<ThinningStep> before) {
    Optional<Firing> last = Optional.empty();
    for (BoundPolicy policy : pruner.policies()) {
      int end = before.isEmpty() ? Integer.MAX_VALUE : before.get().turn(policy);
      OptionalInt epoch = policy.firings().lastBefore(end);
      if (epoch.isPresent() && (last.isEmpty() || epoch.getAsInt() >= last.get().epoch())) {
        last = Optional.of(new Firing(policy, epoch.getAsInt()));
      }
    }
    return last;
  }
}
