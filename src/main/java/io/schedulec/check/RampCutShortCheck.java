package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Rates;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.rate.AgpRamp;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Timing;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC303: an AGP ramp that the end of the training run cuts short. */
final class RampCutShortCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.epochs().isEmpty()) {
      return;
    }
    int epochs = schedule.epochs().getAsInt();
    for (BoundPruner pruner : schedule.pruners()) {
      for (BoundPolicy policy : pruner.policies()) {
        Optional<AgpRamp> ramp = Rates.ramp(pruner.instance(), policy);
        if (ramp.filter(r -> r.span() > 0 && r.lastEpoch() >= epochs).isPresent()) {
          out.accept(finding(pruner, policy, ramp.get(), epochs));
        }
      }
    }
  }

  private static Diagnostic finding(
      BoundPruner pruner, BoundPolicy policy, AgpRamp ramp, int epochs) {
    Firings firings = policy.firings();
    int last = firings.last();
    double reached = ramp.target(last);
    Timing.Window window = (Timing.Window) policy.timing();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.AGP_UNREACHED,
                window.endEntry(),
                message(pruner, ramp, reached, epochs))
            .saying("the ramp ends in epoch " + ramp.lastEpoch() + ", the run in " + (epochs - 1));
    Argument asked = pruner.instance().arguments().get("final_sparsity");
    if (asked != null) {
      out.label(asked.span(), "asked for");
    }
    help(ramp, window, epochs).ifPresent(out::help);
    return out.cause(
            "The last firing within the run is in epoch "
                + last
                + "; the trainer stops at sparsity "
                + Words.number(reached)
                + " without a word.")
        .data("pruner", pruner.name())
        .data("initial_sparsity", ramp.initial())
        .data("final_sparsity", ramp.end())
        .data("reached", reached)
        .data("span", ramp.span())
        .data("firings", firings.count())
        .data("epochs", epochs)
        .build();
  }

  private static String message(BoundPruner pruner, AgpRamp ramp, double reached, int epochs) {
    return "`"
        + pruner.name()
        + "` gets to sparsity "
        + Words.number(reached)
        + " of "
        + Words.number(ramp.end())
        + " in a run of "
        + Words.count(epochs, "epoch");
  }

  /** A window that the run holds is a ramp again, if two firings fit. */
  private static Optional<Help> help(AgpRamp ramp, Timing.Window window, int epochs) {
    if (epochs - 1 - ramp.start() < ramp.frequency()) {
      return Optional.empty();
    }
    Edit edit = new Edit(window.end().span(), Integer.toString(epochs));
    return Optional.of(Help.unsafe("let the ramp end with the run", List.of(edit)));
  }
}
