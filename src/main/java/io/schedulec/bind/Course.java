package io.schedulec.bind;

import io.schedulec.catalog.Section;
import io.schedulec.catalog.Thinning;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Schedule;
import io.schedulec.schedule.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happens in which epoch, and in which order. It holds one entry a policy, not one an epoch:
 * what takes place when is asked for, and windows may be of any length.
 */
public final class Course {
  private final List<Act> acts = new ArrayList<>();
  private final List<Act> thinners = new ArrayList<>();

  private Course() {}

  /** The course of a training run; policies that never fire in it are left out. */
  static Course of(Schedule schedule, OptionalInt epochs) {
    Course course = new Course();
    for (Policy policy : schedule.policiesInRunOrder()) {
      Optional<Timing> timing = policy.timing();
      Optional<Instance> instance = policy.target();
      if (timing.isPresent() && instance.isPresent()) {
        course.add(new Act(instance.get(), new BoundPolicy(policy, timing.get(), epochs)));
      }
    }
    return course;
  }

  private void add(Act act) {
    if (!act.firings().isEmpty()) {
      acts.add(act);
      if (act.instance().thinning().isPresent()) {
        thinners.add(act);
      }
    }
  }

  /** What acts, in the order in which it does within an epoch: learning rates come last. */
  public List<Act> acts() {
    return List.copyOf(acts);
  }

  /** What acts of one section, in that order. */
  public List<Act> acts(Section section) {
    List<Act> found = new ArrayList<>();
    for (Act act : acts) {
      if (act.policy().policy().kind() == section) {
        found.add(act);
      }
    }
    return found;
  }

  /** What cuts zeroed structures out, in file order. */
  public List<Act> thinners() {
    return List.copyOf(thinners);
  }

  /** What cuts out zeroed structures of one kind, in file order. */
  public List<Act> thinners(Structure kind) {
    List<Act> found = new ArrayList<>();
    for (Act act : thinners) {
      if (step(act, 0).removes(kind)) {
        found.add(act);
      }
    }
    return found;
  }

  /** The first thinning of a kind of structure. */
  public Optional<ThinningStep> firstThinning(Structure kind) {
    return nextThinning(kind, -1, Integer.MAX_VALUE);
  }

  /** The first thinning of a kind of structure after a firing. */
  public Optional<ThinningStep> nextThinning(Structure kind, int epoch, BoundPolicy firing) {
    return nextThinning(kind, epoch, firing.index());
  }

  private Optional<ThinningStep> nextThinning(Structure kind, int epoch, int index) {
    Optional<ThinningStep> next = Optional.empty();
    for (Act act : thinners(kind)) {
      OptionalInt at = act.firings().from(act.policy().index() > index ? epoch : epoch + 1);
      if (at.isPresent() && (next.isEmpty() || at.getAsInt() < next.get().epoch())) {
        next = Optional.of(step(act, at.getAsInt()));
      }
    }
    return next;
  }

  /** A thinner in one of its epochs. */
  private static ThinningStep step(Act act, int epoch) {
    Thinning direction = act.instance().thinning().orElseThrow();
    return new ThinningStep(
        act.instance(),
        act.policy(),
        epoch,
        direction.removesFilters(),
        direction.removesChannels());
  }
}
