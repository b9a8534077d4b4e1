package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.rate.StructureCount;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Firings;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** SC302: a step at which the leader would remove no structure. */
final class LeaderEmptyStepCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      boolean channels = pruner.prunesChannels();
      boolean shared = pruner.leader() && channels && !pruner.weights().isEmpty();
      int size = shared ? size(schedule, pruner) : 0;
      for (BoundPolicy policy : pruner.policies()) {
        Firings empty = size > 0 ? emptySteps(pruner, policy, size) : Firings.NONE;
        if (!empty.isEmpty()) {
          diagnose(schedule.target(), pruner, policy, size, empty, out);
        }
      }
    }
  }

  private static int size(BoundSchedule schedule, BoundPruner pruner) {
    return StructureSizes.of(schedule, pruner, pruner.weights().get(0));
  }

  /** The steps that remove nothing; a ramp only rises, so they are its first ones. */
  private static Firings emptySteps(BoundPruner pruner, BoundPolicy policy, int size) {
    Firings firings = policy.firings();
    int low = 0;
    int high = firings.count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      OptionalDouble target = Rates.target(pruner.instance(), policy, firings.at(middle));
      boolean empty = target.isPresent() && StructureCount.removed(target.getAsDouble(), size) == 0;
      low = empty ? middle + 1 : low;
      high = empty ? high : middle;
    }
    return firings.take(low);
  }

  private static void diagnose(
      Target target,
      BoundPruner pruner,
      BoundPolicy policy,
      int size,
      Firings empty,
      Consumer<Diagnostic> sink) {
    String key =
        pruner.instance().real("desired_sparsity").isPresent()
            ? "desired_sparsity"
            : "initial_sparsity";
    Argument argument = pruner.instance().arguments().get(key);
    if (argument == null) {
      return;
    }
    String structure = pruner.prunes(Structure.FILTERS) ? "filter" : "channel";
    double asked = Rates.target(pruner.instance(), policy, empty.first()).orElseThrow();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.LEADER_EMPTY_STEP,
                argument.span(),
                "the leader of `"
                    + pruner.name()
                    + "` would remove no "
                    + structure
                    + " in "
                    + epochs(empty))
            .severity(target == Target.DISTILLER ? Severity.ERROR : Severity.WARNING)
            .saying("floor(" + Words.number(asked) + " * " + size + ") = 0 " + structure + "s");
    out.label(policy.timingSpan(), "first firing in epoch " + empty.first());
    out.cause(
        "A leader that removes nothing has no mask to hand on; the original trainer stops in epoch "
            + empty.first()
            + " with a bare AssertionError. The plan leaves the chain as it is in that step.");
    double least = Shares.least(size);
    out.help(
        Help.unsafe(
            "ask for at least one " + structure + " of " + size,
            List.of(new Edit(argument.value().span(), Words.number(least)))));
    sink.accept(
        out.data("pruner", pruner.name())
            .data("size", size)
            .data("epochs", Timelines.epochs(empty))
            .build());
  }

  private static String epochs(Firings empty) {
    return empty.count() == 1
        ? "epoch " + empty.first()
        : Words.small(empty.count()) + " epochs, first in " + empty.first();
  }
}
