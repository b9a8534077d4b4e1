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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** SC302: a step at which the leader would remove no structure. */
final class LeaderEmptyStepCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      boolean channels = pruner.structure().filter(Structure::wholeChannels).isPresent();
      boolean shared = pruner.leader() && channels && !pruner.weights().isEmpty();
      int size = shared ? size(schedule, pruner) : 0;
      for (BoundPolicy policy : pruner.policies()) {
        List<Integer> empty = size > 0 ? emptySteps(pruner, policy, size) : List.of();
        if (!empty.isEmpty()) {
          diagnose(schedule.target(), pruner, policy, size, empty, out);
        }
      }
    }
  }

  private static int size(BoundSchedule schedule, BoundPruner pruner) {
    return StructureSizes.of(schedule, pruner, pruner.weights().get(0));
  }

  private static List<Integer> emptySteps(BoundPruner pruner, BoundPolicy policy, int size) {
    List<Integer> epochs = new ArrayList<>();
    for (int epoch : policy.firings()) {
      OptionalDouble target = Rates.target(pruner.instance(), policy, epoch);
      if (target.isPresent() && StructureCount.removed(target.getAsDouble(), size) == 0) {
        epochs.add(epoch);
      }
    }
    return epochs;
  }

  private static void diagnose(
      Target target,
      BoundPruner pruner,
      BoundPolicy policy,
      int size,
      List<Integer> empty,
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
    double asked = Rates.target(pruner.instance(), policy, empty.get(0)).orElseThrow();
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
    out.label(policy.timingSpan(), "first firing in epoch " + empty.get(0));
    out.cause(
        "A leader that removes nothing has no mask to hand on; the original trainer stops in epoch "
            + empty.get(0)
            + " with a bare AssertionError. The plan leaves the chain as it is in that step.");
    double least = Shares.least(size);
    out.help(
        Help.unsafe(
            "ask for at least one " + structure + " of " + size,
            List.of(new Edit(argument.value().span(), Words.number(least)))));
    sink.accept(out.data("pruner", pruner.name()).data("size", size).data("epochs", empty).build());
  }

  private static String epochs(List<Integer> empty) {
    return empty.size() == 1
        ? "epoch " + empty.get(0)
        : Words.small(empty.size()) + " epochs, first in " + empty.get(0);
  }
}
