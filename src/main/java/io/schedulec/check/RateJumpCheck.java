package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Timing;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** SC313: a learning rate that jumps where its policy starts, or lags behind its curve. */
final class RateJumpCheck implements Check {
  /** Long enough for every milestone that training reaches. */
  private static final int MOST = 2_000;

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    List<Act> acts = schedule.course().acts(Section.LR_SCHEDULERS);
    for (Act act : acts) {
      RateCurve curve = RateCurve.of(act.instance());
      int first = first(act.policy());
      OptionalDouble share = curve.at(first + 1);
      if (share.isPresent() && jumps(curve, first) && !continues(acts, first)) {
        out.accept(jump(act, first, share.getAsDouble()));
      }
      if (act.policy().timing() instanceof Timing.Window window && window.frequency().value() > 1) {
        lag(act, window, curve, out);
      }
    }
  }

  /** The epoch that the trainer takes for the first one. */
  private static int first(BoundPolicy policy) {
    return policy.timing() instanceof Timing.Epochs list
        ? list.epochs().get(0).value()
        : policy.timing().first();
  }

  /** Whether more than one epoch's or one drop's change comes at once. */
  private static boolean jumps(RateCurve curve, int first) {
    OptionalInt drops = curve.drops(first + 1);
    return drops.isPresent() ? drops.getAsInt() > 1 : first > 0;
  }

  /** Whether another policy sets the rate just before. */
  private static boolean continues(List<Act> acts, int first) {
    for (Act act : acts) {
      if (act.firings().has(first - 1)) {
        return true;
      }
    }
    return false;
  }

  private static Diagnostic jump(Act act, int first, double share) {
    BoundPolicy policy = act.policy();
    int epoch = first + 1;
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.RATE_JUMP,
                Timelines.start(policy),
                "`"
                    + act.name()
                    + "` starts late: in epoch "
                    + epoch
                    + " the learning rate jumps to "
                    + Words.share(share)
                    + " of its base")
            .saying("the curve still counts from epoch 0");
    Argument gamma = act.instance().arguments().get("gamma");
    if (gamma != null) {
      out.label(gamma.span(), "the factor, applied all at once");
    }
    if (policy.timing() instanceof Timing.Window window) {
      Edit edit = new Edit(window.start().span(), "0");
      out.help(Help.unsafe("follow the curve from the start", List.of(edit)));
    }
    return out.cause(
            "The trainer computes the rate from the absolute epoch. It stays at its base through"
                + " epoch "
                + first
                + " and is "
                + Words.share(share)
                + " of it in the next, as if it had been falling all the while.")
        .help(Help.advice("a drop that is meant is said by `MultiStepLR`"))
        .data("name", act.name())
        .data("epoch", epoch)
        .data("factor", share)
        .build();
  }

  // A frequency above 1.

  private static void lag(
      Act act, Timing.Window window, RateCurve curve, Consumer<Diagnostic> out) {
    String name = "`" + act.name() + "`";
    int frequency = window.frequency().value();
    if (curve.drops(0).isEmpty()) {
      String every = " changes the learning rate every " + frequency + " epochs only";
      out.accept(lag(act, window, name + every, "holds each rate for so long"));
      return;
    }
    Firings firings = act.firings();
    int end = Math.min(firings.last(), firings.first() + MOST);
    for (int epoch = firings.first() + 1; epoch <= end; epoch++) {
      boolean drop = curve.drops(epoch).orElse(0) > curve.drops(epoch - 1).orElse(0);
      if (drop && !firings.has(epoch - 1)) {
        int late = firings.from(epoch).orElse(end) + 1;
        String message = " drops the learning rate of epoch " + epoch + " in epoch " + late;
        out.accept(lag(act, window, name + message, "fires in epoch " + (late - 1) + " only"));
        return;
      }
    }
  }

  private static Diagnostic lag(Act act, Timing.Window window, String message, String label) {
    return Diagnostic.at(DiagnosticKind.RATE_JUMP, window.frequencyEntry(), message)
        .saying(label)
        .cause(
            "The trainer sets the rate of the next epoch at the end of each epoch in which the policy"
                + " fires, and leaves it alone in the others.")
        .help(
            Help.unsafe(
                "follow the curve in every epoch",
                List.of(new Edit(window.frequency().span(), "1"))))
        .data("name", act.name())
        .data("frequency", window.frequency().value())
        .build();
  }
}
