package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Structure;
import io.schedulec.bind.ThinningStep;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.rate.StructureCount;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** SC304: structures are removed before a pruner of them has fired for the last time. */
final class ThinnedMidRampCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      boolean channels = pruner.structure().filter(Structure::wholeChannels).isPresent();
      if (channels) {
        first(schedule, pruner).ifPresent(t -> out.accept(diagnose(schedule, pruner, t)));
      }
    }
  }

  /** The first thinning with firings of the pruner both before and after it. */
  private static Optional<ThinningStep> first(BoundSchedule schedule, BoundPruner pruner) {
    for (ThinningStep thinning : schedule.thinnings()) {
      int before = before(thinning, pruner);
      boolean between = before > 0 && before < firings(pruner);
      if (between && thinning.removes(pruner.structure().orElseThrow())) {
        return Optional.of(thinning);
      }
    }
    return Optional.empty();
  }

  private static int before(ThinningStep thinning, BoundPruner pruner) {
    int count = 0;
    for (BoundPolicy policy : pruner.policies()) {
      for (int epoch : policy.firings()) {
        count += thinning.comesAfter(epoch, policy) ? 1 : 0;
      }
    }
    return count;
  }

  private static int firings(BoundPruner pruner) {
    return pruner.policies().stream().mapToInt(p -> p.firings().length).sum();
  }

  /** The policy that fires last. */
  private static BoundPolicy lastPolicy(BoundPruner pruner) {
    BoundPolicy last = pruner.policies().get(0);
    for (BoundPolicy policy : pruner.policies()) {
      last = last(policy) >= last(last) ? policy : last;
    }
    return last;
  }

  private static Diagnostic diagnose(
      BoundSchedule schedule, BoundPruner pruner, ThinningStep thinning) {
    BoundPolicy policy = lastPolicy(pruner);
    int left = firings(pruner) - before(thinning, pruner);
    int last = last(policy);
    String structures = pruner.structure().orElseThrow().plural();
    Span place = place(thinning);
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.THINNED_MID_RAMP,
                place,
                "`"
                    + thinning.instance().name().value()
                    + "` removes "
                    + structures
                    + " before `"
                    + pruner.name()
                    + "` has finished")
            .saying("thins here, with " + Words.count(left, "firing") + " still to come");
    if (policy.timing() instanceof Timing.Window window) {
      out.context(window.startEntry()).context(window.endEntry());
      out.label(window.frequencyEntry(), "last firing at epoch " + last);
    } else {
      out.label(policy.timingSpan(), "last firing at epoch " + last);
    }
    counts(schedule, pruner, policy, thinning, out);
    help(thinning, policy, last, out);
    return out.data("pruner", pruner.name())
        .data("thinner", thinning.instance().name().value())
        .data("epoch", thinning.epoch())
        .data("lastFiring", last)
        .data("firingsLeft", left)
        .build();
  }

  private static int last(BoundPolicy policy) {
    int last = 0;
    for (int epoch : policy.firings()) {
      last = Math.max(last, epoch);
    }
    return last;
  }

  /** The epoch of the thinning as written, or its policy's timing where it is computed. */
  private static Span place(ThinningStep thinning) {
    if (thinning.policy().timing() instanceof Timing.Epochs list) {
      for (Spanned<Integer> epoch : list.epochs()) {
        if (epoch.value() == thinning.epoch()) {
          return epoch.span();
        }
      }
    }
    return thinning.policy().timingSpan();
  }

  // What the counts become: sparsity counts the structures that are left.

  private static void counts(
      BoundSchedule schedule,
      BoundPruner pruner,
      BoundPolicy policy,
      ThinningStep thinning,
      Diagnostic.Builder out) {
    String structures = pruner.structure().orElseThrow().plural();
    Optional<Integer> size = size(schedule, pruner);
    Optional<ChainChecks.Firing> before = firingBefore(pruner, thinning);
    int last = last(policy);
    OptionalDouble end = Rates.target(pruner.instance(), policy, last);
    if (size.isEmpty() || before.isEmpty() || end.isEmpty()) {
      out.cause("Sparsity counts the " + structures + " that are left, so it compounds.");
      return;
    }
    OptionalDouble then =
        Rates.target(pruner.instance(), before.get().policy(), before.get().epoch());
    int thinned = StructureCount.kept(then.orElse(0), size.get());
    int kept = StructureCount.kept(end.getAsDouble(), thinned);
    int gone = size.get() - kept;
    out.figure(
        new Figure.Lines(
            structures,
            List.of(
                size.get()
                    + " ── epoch "
                    + thinning.epoch()
                    + ": "
                    + thinned
                    + " kept, thinned to "
                    + thinned
                    + " ── epoch "
                    + last
                    + ": "
                    + Words.percent(end.getAsDouble())
                    + " of "
                    + thinned
                    + " ──▶ "
                    + kept
                    + " kept")));
    out.cause(
        "Sparsity counts the "
            + structures
            + " that are left, so "
            + Words.number(end.getAsDouble())
            + " ends as "
            + gone
            + " of "
            + size.get()
            + " removed ("
            + Words.percent((double) gone / size.get())
            + ").");
    out.data("size", size.get()).data("kept", List.of(thinned, kept)).data("removed", gone);
  }

  private static Optional<ChainChecks.Firing> firingBefore(
      BoundPruner pruner, ThinningStep thinning) {
    Optional<ChainChecks.Firing> best = Optional.empty();
    for (BoundPolicy policy : pruner.policies()) {
      for (int epoch : policy.firings()) {
        boolean later = best.isEmpty() || epoch > best.get().epoch();
        if (thinning.comesAfter(epoch, policy) && later) {
          best = Optional.of(new ChainChecks.Firing(policy, epoch));
        }
      }
    }
    return best;
  }

  private static Optional<Integer> size(BoundSchedule schedule, BoundPruner pruner) {
    for (BoundWeight weight : pruner.weights()) {
      int size = StructureSizes.of(schedule, pruner, weight);
      if (size > 0) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }

  private static void help(
      ThinningStep thinning, BoundPolicy policy, int last, Diagnostic.Builder out) {
    List<Edit> edits = new ArrayList<>();
    boolean behind = thinning.policy().index() > policy.index();
    int epoch = behind ? last : last + 1;
    if (policy.timing() instanceof Timing.Window window) {
      epoch = window.end().value();
    }
    if (thinning.policy().timing() instanceof Timing.Epochs list && list.epochs().size() == 1) {
      edits.add(new Edit(list.epochs().get(0).span(), Integer.toString(epoch)));
    }
    out.help(
        edits.isEmpty()
            ? Help.advice("thin after the last firing, in epoch " + epoch + " or later")
            : Help.unsafe("thin after the last firing", edits));
  }
}
