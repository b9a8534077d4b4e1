package io.schedulec.check.chain;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import java.util.List;
import java.util.Optional;

/** Finds what keeps the channels of a listed layer in place, for good or for the target. */
final class Obstacles {
  private final BoundSchedule schedule;
  private final TrainerLimits limits;
  private final MaskedLinear masks;

  Obstacles(BoundSchedule schedule) {
    this.schedule = schedule;
    this.limits = new TrainerLimits(schedule.facts());
    this.masks = new MaskedLinear(schedule);
  }

  /** What holds the channels of a layer, if anything does. */
  Optional<Verdict.Obstacle> of(Window window, BoundWeight weight, List<CoupledGroup> groups) {
    for (CoupledGroup group : groups) {
      if (!group.prunable()) {
        Frozen frozen = group.frozen().get(0);
        return Optional.of(new Verdict.Obstacle.Held(frozen));
      }
    }
    Optional<Verdict.Obstacle> uneven = uneven(window, groups);
    if (uneven.isPresent()) {
      return uneven;
    }
    if (window.structure() == Structure.CHANNELS && window.thinning().isPresent()) {
      int columns = columns(weight, groups);
      if (columns > 1) {
        return Optional.of(new Verdict.Obstacle.FlattenedColumns(columns));
      }
    }
    return schedule.target() == Target.DISTILLER ? limit(window, weight, groups) : none();
  }

  private Optional<Verdict.Obstacle> limit(
      Window window, BoundWeight weight, List<CoupledGroup> groups) {
    Optional<Verdict.Obstacle> concatenation = concatenation(window, groups);
    if (concatenation.isPresent() || window.thinning().isEmpty()) {
      return concatenation;
    }
    Optional<Verdict.Obstacle> limit = limits.of(window.structure(), weight, groups);
    return limit.isPresent() || window.structure() != Structure.FILTERS
        ? limit
        : masks.of(window.thinning().get(), groups);
  }

  private static Optional<Verdict.Obstacle> none() {
    return Optional.empty();
  }

  /** Layers that write one group together, but not all of the groups that each of them writes. */
  private Optional<Verdict.Obstacle> uneven(Window window, List<CoupledGroup> groups) {
    if (window.structure() != Structure.FILTERS) {
      return none();
    }
    for (CoupledGroup group : groups) {
      for (Member writer : group.writers()) {
        List<CoupledGroup> all = written(writer);
        boolean alike = group.writers().stream().allMatch(w -> written(w).equals(all));
        if (all.size() > 1 && !alike) {
          return Optional.of(new Verdict.Obstacle.Uneven(writer, all));
        }
      }
    }
    return none();
  }

  private List<CoupledGroup> written(Member writer) {
    return schedule.facts().spaces().groupsOf(writer.parameter().name(), Role.FILTERS);
  }

  private static int columns(BoundWeight weight, List<CoupledGroup> groups) {
    for (CoupledGroup group : groups) {
      for (Member member : group.readers()) {
        boolean linear = member.parameter().shape().rank() == 2;
        if (linear && member.parameter().name().equals(weight.name())) {
          return member.indices().of(0).size();
        }
      }
    }
    return 1;
  }

  /** Whether the layer's channels are only a part of what some reader or normalisation sees. */
  private Optional<Verdict.Obstacle> concatenation(Window window, List<CoupledGroup> groups) {
    if (window.structure() == Structure.CHANNELS) {
      return groups.size() > 1 ? Optional.of(new Verdict.Obstacle.Concatenation(groups)) : none();
    }
    for (CoupledGroup group : groups) {
      for (Member reader : group.readers()) {
        List<CoupledGroup> all =
            schedule.facts().spaces().groupsOf(reader.parameter().name(), Role.CHANNELS);
        if (all.size() > 1) {
          return Optional.of(new Verdict.Obstacle.Concatenation(all));
        }
      }
    }
    return none();
  }
}
