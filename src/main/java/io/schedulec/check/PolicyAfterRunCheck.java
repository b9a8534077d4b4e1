package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import java.util.function.Consumer;

/** SC309: a policy that first fires when the training run has ended. */
final class PolicyAfterRunCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.epochs().isEmpty()) {
      return;
    }
    int epochs = schedule.epochs().getAsInt();
    for (Policy policy : schedule.schedule().policies()) {
      boolean late = policy.timing().filter(t -> t.first() >= epochs).isPresent();
      if (late && policy.instanceName().isPresent()) {
        out.accept(finding(policy.instanceName().get().value(), policy.timing().get(), epochs));
      }
    }
  }

  private static Diagnostic finding(String name, Timing timing, int epochs) {
    String run = Words.count(epochs, "epoch");
    return Diagnostic.at(
            DiagnosticKind.POLICY_WINDOW,
            place(timing),
            "`"
                + name
                + "` first fires in epoch "
                + timing.first()
                + ", after the run of "
                + run
                + " has ended")
        .severity(Severity.WARNING)
        .saying("the last epoch of the run is " + (epochs - 1))
        .cause("The trainer builds it and never calls it, without a word.")
        .help(
            Help.advice(
                "start before epoch "
                    + epochs
                    + ", or train for at least "
                    + (timing.first() + 1)
                    + " epochs"))
        .data("name", name)
        .data("first", timing.first())
        .data("epochs", epochs)
        .build();
  }

  private static Span place(Timing timing) {
    return timing instanceof Timing.Window window ? window.startEntry() : timing.span();
  }
}
