package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.Rates;
import io.schedulec.plan.Amount;
import io.schedulec.rate.AgpRamp;
import io.schedulec.source.Spanned;
import java.util.Optional;

/** The shares that pruners ask for, as the plan writes them. */
final class Shares {
  private Shares() {}

  /** The share that a pruner asks for under a policy: a ramp, or the same in every epoch. */
  static Amount share(BoundPruner pruner, BoundPolicy policy) {
    Optional<Spanned<Double>> fixed = pruner.instance().real("desired_sparsity");
    return fixed.isPresent() ? new Amount.Fixed(fixed.get().value()) : agp(pruner, policy);
  }

  /** The ramp between {@code initial_sparsity} and {@code final_sparsity}. */
  static Amount agp(BoundPruner pruner, BoundPolicy policy) {
    AgpRamp ramp = Rates.ramp(pruner.instance(), policy).orElseThrow();
    return new Amount.Agp(ramp.initial(), ramp.end(), ramp.start(), ramp.lastEpoch());
  }
}
