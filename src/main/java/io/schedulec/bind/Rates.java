package io.schedulec.bind;

import io.schedulec.rate.AgpRamp;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Spanned;
import java.util.Optional;
import java.util.OptionalDouble;

/** What sparsity a pruner asks for in an epoch. */
public final class Rates {
  private Rates() {}

  /** The ramp of a gradual pruner under a policy with a window; empty where it has none. */
  public static Optional<AgpRamp> ramp(Instance instance, BoundPolicy policy) {
    Optional<Spanned<Double>> initial = instance.real("initial_sparsity");
    Optional<Spanned<Double>> end = instance.real("final_sparsity");

    if (initial.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    if (!(policy.timing() instanceof Timing.Window window)) {
      return Optional.empty();
    }
    return Optional.of(
        new AgpRamp(
            initial.get().value(),
            end.get().value(),
            window.start().value(),
            window.end().value(),
            window.frequency().value()));
  }

  /** The sparsity asked for at a firing; empty where it depends on more than the schedule. */
  public static OptionalDouble target(Instance instance, BoundPolicy policy, int epoch) {
    Optional<Spanned<Double>> fixed = instance.real("desired_sparsity");
    if (fixed.isPresent()) {
      return OptionalDouble.of(fixed.get().value());
    }
    Optional<AgpRamp> ramp = ramp(instance, policy);
    return ramp.isPresent() && ramp.get().span() > 0
        ? OptionalDouble.of(ramp.get().target(epoch))
        : OptionalDouble.empty();
  }

  /** The most that a pruner ever asks for, which is at the end of a ramp. */
  public static OptionalDouble most(BoundPruner pruner) {
    double most = 0;
    for (BoundPolicy policy : pruner.policies()) {
      OptionalDouble target = target(pruner.instance(), policy, policy.firings().last());
      if (target.isEmpty()) {
        return target;
      }
      most = Math.max(most, target.getAsDouble());
    }
    return OptionalDouble.of(most);
  }
}
