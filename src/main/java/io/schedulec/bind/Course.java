package io.schedulec.bind;

import io.schedulec.catalog.Section;
import io.schedulec.catalog.Thinning;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Schedule;
import io.schedulec.schedule.Timing;
import java.util.ArrayList;
import java.util.Collections;
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
  private final List<Act> ofFilters = new ArrayList<>();
  private final List<Act> ofChannels = new ArrayList<>();

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
      Optional<Thinning> direction = act.instance().thinning();
      if (direction.isPresent()) {
        thinners.add(act);
        if (direction.get().removesFilters()) {
          ofFilters.add(act);
        }
        if (direction.get().removesChannels()) {
          ofChannels.add(act);
        }
      }
    }
  }

  /** What acts, in the order in which it does within an epoch: learning rates come last. */
  public List<Act> acts() {
    return Collections.unmodifiableList(acts);
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
    return Collections.unmodifiableList(thinners);
  }

  /** What cuts out zeroed structures of one kind, in file order. */
  public List<Act> thinners(Structure kind) {
    return switch (kind) {
      case FILTERS -> Collections.unmodifiableList(ofFilters);
      case CHANNELS -> Collections.unmodifiableList(ofChannels);
      case BLOCKS, ELEMENTS -> List.of();
    };
  }

  /** Each thinner in its first epoch, in file order. */
  public List<ThinningStep> firstThinnings() {
    List<ThinningStep> steps = new ArrayList<>();
    for (Act act : thinners) {
      steps.add(step(act, act.firings().first()));
    }
    return steps;
  }

  /** Each thinner in its last epoch, in file order. */
  public List<ThinningStep> lastThinnings() {
    List<ThinningStep> steps = new ArrayList<>();
    for (Act act : thinners) {
      steps.add(step(act, act.firings().last()));
    }
    return steps;
  }

  /** The first thinning of a kind of structure after a firing. */
  public Optional<ThinningStep> nextThinning(Structure kind, int epoch, BoundPolicy firing) {
    int earliest = Integer.MAX_VALUE;
    Optional<Act> next = Optional.empty();
    for (Act act : thinners(kind)) {
      int from = act.policy().index() > firing.index() ? epoch : epoch + 1;
      OptionalInt at = act.firings().from(from);
      if (at.isPresent() && at.getAsInt() < earliest) {
        earliest = at.getAsInt();
        next = Optional.of(act);
      }
    }
    return next.isEmpty() ? Optional.empty() : Optional.of(step(next.get(), earliest));
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
