package io.schedulec.check.chain;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.ThinningStep;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.schedule.ParameterValue;
import java.util.List;
import java.util.Optional;

/**
 * Finds the linear layers behind maps that have a mask when the original trainer thins them: it
 * cuts a mask by channel numbers where the weight has a column for each position.
 */
final class MaskedLinear {
  private final BoundSchedule schedule;

  MaskedLinear(BoundSchedule schedule) {
    this.schedule = schedule;
  }

  /** What is in the way where filters of some groups are thinned. */
  Optional<Verdict.Obstacle> of(ThinningStep thinning, List<CoupledGroup> groups) {
    for (CoupledGroup group : groups) {
      for (Member reader : group.readers()) {
        boolean linear = reader.parameter().shape().rank() == 2 && group.size() > 0;
        int columns = linear ? reader.indices().of(0).size() : 1;
        String layer = reader.parameter().layer();
        Optional<BoundPruner> masking =
            columns > 1 ? masking(reader.parameter().name(), thinning) : Optional.empty();
        if (masking.isPresent()) {
          return TrainerLimits.limit(
              "masked-linear",
              "feed `" + layer + "`, which `" + masking.get().name() + "` masks",
              layer
                  + " has "
                  + columns
                  + " columns for each filter. The original trainer cuts its mask by filter numbers"
                  + " instead; the next masking stops with a size mismatch.");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<BoundPruner> masking(String parameter, ThinningStep thinning) {
    for (BoundPruner pruner : schedule.pruners()) {
      if (masks(pruner, parameter) && before(pruner, thinning)) {
        return Optional.of(pruner);
      }
    }
    return Optional.empty();
  }

  private static boolean masks(BoundPruner pruner, String parameter) {
    return pruner.weight(parameter).isPresent()
        || pruner.instance().parameterValues().stream().anyMatch(MaskedLinear::others);
  }

  private static boolean others(ParameterValue value) {
    return value.name().value().equals("*");
  }

  private static boolean before(BoundPruner pruner, ThinningStep thinning) {
    for (BoundPolicy policy : pruner.policies()) {
      for (int epoch : policy.firings()) {
        if (thinning.comesAfter(epoch, policy)) {
          return true;
        }
      }
    }
    return false;
  }
}
