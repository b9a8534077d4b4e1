package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import java.util.List;
import java.util.function.Consumer;

/** SC311: masks that are not there when they are wanted: at the end, or in the first epoch. */
final class MasksMissingCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    List<Act> acts = schedule.course().acts(Section.PRUNERS);
    for (Act act : acts) {
      BoundPolicy policy = act.policy();
      if (Settings.on(policy, Settings.FORWARD_ONLY)) {
        boolean kept = Settings.on(policy, Settings.KEEP);
        if (kept && policy.firings().last() != policy.timing().stop() - 1) {
          out.accept(neverKept(act));
        } else if (!kept && meansToKeep(act, acts)) {
          out.accept(dense(schedule, act));
        }
      }
      if (Settings.on(policy, Settings.SKIP_FIRST) && start(policy) > 0) {
        out.accept(skipped(schedule, act));
      }
    }
  }

  /** Whether the zeros are the goal, and no later policy applies the masks for good. */
  private static boolean meansToKeep(Act act, List<Act> acts) {
    if (act.instance().has(Trait.RANDOM) || Settings.on(act.policy(), Settings.DISCARD)) {
      return false;
    }
    for (Act other : acts) {
      boolean later = other.firings().first() > act.firings().first();
      if (later && !Settings.on(other.policy(), Settings.FORWARD_ONLY)) {
        return false;
      }
    }
    return true;
  }

  private static Diagnostic dense(BoundSchedule schedule, Act act) {
    BoundPolicy policy = act.policy();
    Span place = Settings.entry(policy, Settings.FORWARD_ONLY);
    Edit edit = Settings.add(schedule.source(), place, "keep_mask: True");
    if (Settings.find(policy, Settings.KEEP).isPresent()) {
      edit = new Edit(Settings.find(policy, Settings.KEEP).get().value().span(), "True");
    }
    boolean whole = policy.firings().last() == policy.timing().stop() - 1;
    Help help =
        whole
            ? Help.unsafe("mask once more, for good, in the last epoch", List.of(edit))
            : Help.advice("add `keep_mask: True` and fire in epoch `ending_epoch - 1`");
    return finding(act, place, "`" + act.name() + "` leaves a dense model: nothing keeps its masks")
        .saying("weights regrow in each optimizer step")
        .label(
            Timelines.end(policy), "the last masks are those of epoch " + policy.firings().last())
        .cause(
            "The masks work on the forward pass only. When the policy is over, and in every"
                + " validation, the weights are all there.")
        .help(help)
        .build();
  }

  private static Diagnostic neverKept(Act act) {
    BoundPolicy policy = act.policy();
    int last = policy.firings().last();
    int end = policy.timing().stop() - 1;
    boolean run = policy.timing().last() > last;
    Diagnostic.Builder out =
        finding(
                act,
                Settings.entry(policy, Settings.KEEP),
                "`keep_mask` of `" + act.name() + "` never happens, so the model ends dense")
            .severity(Severity.ERROR)
            .saying("would happen in epoch " + end + ", in which nothing fires");
    if (policy.timing() instanceof Timing.Window window) {
      out.label(window.endEntry(), "exclusive: the last epoch is " + end);
      out.label(window.frequencyEntry(), "fires in epoch " + last + " for the last time");
      if (!run) {
        Edit edit = new Edit(window.end().span(), Integer.toString(last + 1));
        out.help(Help.unsafe("end right after the last firing", List.of(edit)));
      } else {
        out.help(Help.advice("train through epoch " + end + ", or end the policy with the run"));
      }
    }
    return out.cause(
            "The trainer makes masks permanent in epoch `ending_epoch - 1` and only if the policy"
                + " fires there. It does not, and the weights regrow after epoch "
                + last
                + ".")
        .data("last", last)
        .build();
  }

  private static int start(BoundPolicy policy) {
    return policy.timing() instanceof Timing.Epochs list
        ? list.epochs().get(0).value()
        : policy.timing().first();
  }

  private static Diagnostic skipped(BoundSchedule schedule, Act act) {
    BoundPolicy policy = act.policy();
    int first = start(policy);
    Edit edit = Settings.off(schedule.source(), policy, Settings.SKIP_FIRST);
    return finding(
            act,
            Settings.entry(policy, Settings.SKIP_FIRST),
            "`" + act.name() + "` sets no masks in epoch " + first + ", its first")
        .saying("works only for a policy that starts in epoch 0")
        .label(Timelines.start(policy), "starts later")
        .cause(
            "The trainer sets the skipped masks at minibatch 1 of the whole run, which is over by"
                + " epoch "
                + first
                + ". That epoch runs without masks.")
        .help(Help.unsafe("set the masks at the start", List.of(edit)))
        .build();
  }

  private static Diagnostic.Builder finding(Act act, Span place, String message) {
    return Diagnostic.at(DiagnosticKind.MASKS_MISSING, place, message).data("pruner", act.name());
  }
}
