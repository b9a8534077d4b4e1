package io.schedulec.check;

import io.schedulec.bind.Rates;
import io.schedulec.check.chain.Verdict;
import io.schedulec.rate.StructureCount;
import java.util.Optional;
import java.util.OptionalDouble;

/** How many channels are concerned, and how many would go. */
final class UnprunableCounts {
  private UnprunableCounts() {}

  /** How many of a number of channels the pruner would remove at last. */
  static Optional<Integer> removed(Verdict.Unprunable verdict, int size) {
    Optional<ChainChecks.Firing> last = ChainChecks.lastFiring(verdict.pruner(), verdict.window());
    if (last.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble rate =
        Rates.target(verdict.pruner().instance(), last.get().policy(), last.get().epoch());
    return rate.isPresent()
        ? Optional.of(StructureCount.removed(rate.getAsDouble(), size))
        : Optional.empty();
  }
}
