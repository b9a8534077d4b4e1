package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.check.chain.Verdict;
import io.schedulec.source.Spanned;
import java.util.HashSet;
import java.util.Set;

/** Chains that lack layers only because their names are misspelled, which is said already. */
final class Misspelt {
  private Misspelt() {}

  /** Whether every missing layer is what some unknown name of the same pruners was meant to be. */
  static boolean explains(BoundSchedule schedule, Verdict.Incomplete verdict) {
    Set<String> meant = new HashSet<>();
    for (BoundPruner pruner : ChainChecks.pruners(verdict.listed())) {
      for (Spanned<String> miss : pruner.misses()) {
        UnknownWeightCheck.near(schedule, miss.value()).ifPresent(meant::add);
      }
    }
    return meant.containsAll(ChainChecks.weightsOf(verdict.missing()));
  }
}
