package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Diagnostic;
import java.util.Optional;

/** A check that puts one kind of verdict on chains into words. */
interface ChainCheck {

  /** The finding that a verdict gives, where the verdict is of this check's kind. */
  Optional<Diagnostic> finding(BoundSchedule schedule, Verdict verdict);
}
