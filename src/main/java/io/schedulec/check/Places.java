package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.ThinningStep;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;

/** Where a schedule says what a finding is about. */
final class Places {
  private Places() {}

  /** The epoch of a thinning. */
  static Span of(ThinningStep thinning) {
    return epoch(thinning.policy(), thinning.epoch());
  }

  /** An epoch as a policy lists it, or its whole timing where the epoch is computed. */
  static Span epoch(BoundPolicy policy, int epoch) {
    if (policy.timing() instanceof Timing.Epochs list) {
      for (Spanned<Integer> listed : list.epochs()) {
        if (listed.value() == epoch) {
          return listed.span();
        }
      }
    }
    return policy.timingSpan();
  }
}
