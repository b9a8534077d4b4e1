package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Shrinkage;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.bind.ThinningStep;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tensors of which thinning would leave nothing. */
final class Emptied {
  private Emptied() {}

  /** The first thinning that would take all of a tensor of a pruner. */
  static Optional<ThinningStep> by(BoundSchedule schedule, BoundPruner pruner) {
    return pruner.prunesChannels() ? ofStructures(schedule, pruner) : ofElements(schedule, pruner);
  }

  private static Optional<ThinningStep> ofStructures(BoundSchedule schedule, BoundPruner pruner) {
    if (Rates.most(pruner).orElse(0) < 1) {
      return Optional.empty();
    }
    for (Shrinkage.Stage stage : Shrinkage.of(schedule, pruner, size(schedule, pruner))) {
      if (stage.kept() == 0 && stage.thinning().isPresent()) {
        return stage.thinning();
      }
    }
    return Optional.empty();
  }

  /** The number of structures of the first tensor; any will do where there is no model. */
  static int size(BoundSchedule schedule, BoundPruner pruner) {
    for (BoundWeight weight : pruner.weights()) {
      int size = StructureSizes.of(schedule, pruner, weight);
      if (size > 0) {
        return size;
      }
    }
    return 1;
  }

  /** The trainer looks at weights, whoever zeroed them; the plan thins what it has masked. */
  private static Optional<ThinningStep> ofElements(BoundSchedule schedule, BoundPruner pruner) {
    if (schedule.target() != Target.DISTILLER || !convolution(pruner)) {
      return Optional.empty();
    }
    for (BoundPolicy policy : pruner.policies()) {
      int last = policy.firings().last();
      OptionalDouble target = Rates.target(pruner.instance(), policy, last);
      if (target.isPresent() && target.getAsDouble() == 1.0) {
        return schedule.course().nextThinning(Structure.FILTERS, last, policy);
      }
    }
    return Optional.empty();
  }

  private static boolean convolution(BoundPruner pruner) {
    for (BoundWeight weight : pruner.weights()) {
      if (weight.parameter().shape().rank() == 4) {
        return pruner.prunes(Structure.ELEMENTS);
      }
    }
    return false;
  }
}
