package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** SC309: a policy, or epochs of its list, that come when the training run has ended. */
final class PolicyAfterRunCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.epochs().isEmpty()) {
      return;
    }
    int epochs = schedule.epochs().getAsInt();
    for (Policy policy : schedule.schedule().policies()) {
      if (policy.timing().isPresent() && policy.instanceName().isPresent()) {
        String name = policy.instanceName().get().value();
        Timing timing = policy.timing().get();
        if (timing.first() >= epochs) {
          out.accept(finding(name, timing, epochs));
        } else if (timing instanceof Timing.Epochs list && timing.last() >= epochs) {
          out.accept(some(name, list, epochs));
        }
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

  /**
   * Some epochs of a list; a window that is longer than the run is a common way to say "always".
   */
  private static Diagnostic some(String name, Timing.Epochs list, int epochs) {
    List<Spanned<Integer>> late = new ArrayList<>();
    for (Spanned<Integer> epoch : list.epochs()) {
      if (epoch.value() >= epochs) {
        late.add(epoch);
      }
    }
    String which =
        late.size() == 1 ? "epoch " + late.get(0).value() : Words.count(late.size(), "epoch");
    String verb = late.size() == 1 ? "` is" : "` are";
    return Diagnostic.at(
            DiagnosticKind.POLICY_WINDOW,
            late.get(0).span(),
            which + " of `" + name + verb + " never reached in a run of " + epochs + " epochs")
        .severity(Severity.WARNING)
        .saying("the last epoch of the run is " + (epochs - 1))
        .cause("The trainer never gets there and says nothing.")
        .help(Help.advice("list epochs before " + epochs + ", or train for longer"))
        .data("name", name)
        .data("first", late.get(0).value())
        .data("epochs", epochs)
        .build();
  }

  private static Span place(Timing timing) {
    return timing instanceof Timing.Window window ? window.startEntry() : timing.span();
  }
}
