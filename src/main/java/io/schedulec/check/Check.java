package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** One thing that can be wrong with a bound schedule. */
interface Check {

  /** Reports every finding of this check, in source order. */
  void run(BoundSchedule schedule, Consumer<Diagnostic> out);
}
