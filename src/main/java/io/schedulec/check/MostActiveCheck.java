package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Spanned;
import java.util.Optional;
import java.util.function.Consumer;

/** SC209: a class that drops the filters which its name says it keeps. */
final class MostActiveCheck implements Check {
  private static final String INVERTED = "ActivationMeanRankedFilterPruner";

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      Optional<Spanned<String>> name = pruner.instance().className();
      boolean inverted = name.isPresent() && name.get().value().startsWith(INVERTED);
      if (inverted && schedule.target() == Target.DISTILLER) {
        out.accept(diagnose(pruner, name.get()));
      }
    }
  }

  private static Diagnostic diagnose(BoundPruner pruner, Spanned<String> name) {
    return Diagnostic.at(
            DiagnosticKind.MOST_ACTIVE,
            name.span(),
            "`" + pruner.name() + "` removes the filters with the highest mean activation")
        .saying("its order is the reverse of the paper's")
        .cause(
            "The trainer sorts the means upwards and drops the last ones, so the filters that"
                + " respond most go first and those that hardly respond stay.")
        .note("It needs a run with --act-stats, else it stops at its first firing.")
        .help(
            Help.advice(
                "rank by the share of zeros, which drops idle filters: "
                    + name.value().replace("Mean", "APoZ")))
        .data("pruner", pruner.name())
        .build();
  }
}
