package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.ThinningStep;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import java.util.List;
import java.util.function.Consumer;

/** SC322: a thinning of a tensor whose structures are all zero. */
final class NothingLeftCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      Emptied.by(schedule, pruner).ifPresent(step -> out.accept(finding(schedule, pruner, step)));
    }
  }

  private static Diagnostic finding(
      BoundSchedule schedule, BoundPruner pruner, ThinningStep thinning) {
    boolean fixed = pruner.instance().real("desired_sparsity").isPresent();
    String key = fixed ? "desired_sparsity" : "final_sparsity";
    Argument argument = pruner.instance().arguments().get(key);
    String what = thinning.channels() && !thinning.filters() ? "channels" : "filters";
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.NOTHING_LEFT,
                argument == null ? pruner.instance().name().span() : argument.span(),
                "`"
                    + pruner.name()
                    + "` zeroes all "
                    + what
                    + ", which `"
                    + thinning.instance().name().value()
                    + "` cannot remove")
            .saying("leaves none")
            .label(Places.of(thinning), "removed here, down to nothing")
            .cause(
                "The trainer stops in epoch "
                    + thinning.epoch()
                    + ": `ValueError: Trying to set zero filters for parameter "
                    + first(pruner)
                    + " is not allowed`.");
    if (argument != null) {
      double most = most(Emptied.size(schedule, pruner));
      Edit edit = new Edit(argument.value().span(), Words.number(most));
      out.help(Help.unsafe("leave at least one", List.of(edit)));
    }
    return out.data("pruner", pruner.name()).data("epoch", thinning.epoch()).build();
  }

  private static String first(BoundPruner pruner) {
    return pruner.weights().isEmpty() ? "X" : pruner.weights().get(0).name();
  }

  /** The largest share in hundredths that leaves one of so many. */
  private static double most(int size) {
    return size < 2 ? 0.9 : Math.floor((size - 1) * 100.0 / size) / 100;
  }
}
