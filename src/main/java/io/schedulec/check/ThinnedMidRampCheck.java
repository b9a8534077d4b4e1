package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Shrinkage;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.bind.ThinningStep;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** SC304: structures are removed before a pruner of them has fired for the last time. */
final class ThinnedMidRampCheck implements Check {
  private static final int ROWS = 6;

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.prunesChannels()) {
        first(schedule, pruner).ifPresent(t -> out.accept(diagnose(schedule, pruner, t)));
      }
    }
  }

  /** The first thinning with firings of the pruner both before and after it. */
  private static Optional<ThinningStep> first(BoundSchedule schedule, BoundPruner pruner) {
    Structure structure = pruner.structure().orElseThrow();
    Optional<ThinningStep> first = Optional.empty();
    for (BoundPolicy policy : pruner.policies()) {
      Optional<ThinningStep> next =
          schedule.course().nextThinning(structure, policy.firings().first(), policy);
      boolean sooner =
          next.isPresent() && (first.isEmpty() || next.get().epoch() < first.get().epoch());
      first = sooner ? next : first;
    }
    return first.filter(thinning -> left(thinning, pruner) > 0);
  }

  /** How often a pruner fires after a thinning. */
  private static int left(ThinningStep thinning, BoundPruner pruner) {
    int left = 0;
    for (BoundPolicy policy : pruner.policies()) {
      Firings firings = policy.firings();
      left += firings.count() - firings.before(thinning.turn(policy));
    }
    return left;
  }

  /** The policy that fires last. */
  private static BoundPolicy lastPolicy(BoundPruner pruner) {
    BoundPolicy last = pruner.policies().get(0);
    for (BoundPolicy policy : pruner.policies()) {
      last = policy.firings().last() >= last.firings().last() ? policy : last;
    }
    return last;
  }

  private static Diagnostic diagnose(
      BoundSchedule schedule, BoundPruner pruner, ThinningStep thinning) {
    BoundPolicy policy = lastPolicy(pruner);
    int left = left(thinning, pruner);
    int last = policy.firings().last();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.THINNED_MID_RAMP,
                Places.of(thinning),
                "`"
                    + thinning.instance().name().value()
                    + "` removes "
                    + pruner.structure().orElseThrow().plural()
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
    counts(schedule, pruner, thinning, out);
    help(pruner, thinning, policy, last, out);
    return out.data("pruner", pruner.name())
        .data("thinner", thinning.instance().name().value())
        .data("epoch", thinning.epoch())
        .data("lastFiring", last)
        .data("firingsLeft", left)
        .build();
  }

  // What the counts become: sparsity counts the structures that are left.

  private static void counts(
      BoundSchedule schedule, BoundPruner pruner, ThinningStep thinning, Diagnostic.Builder out) {
    String structures = pruner.structure().orElseThrow().plural();
    int size = size(schedule, pruner);
    List<Shrinkage.Stage> stages = size > 0 ? Shrinkage.of(schedule, pruner, size) : List.of();
    boolean stale = stale(schedule, pruner, stages);
    if (stages.size() < 2 && !stale) {
      out.cause("Sparsity counts the " + structures + " that are left, so it compounds.");
      return;
    }
    Shrinkage.Stage end = stages.get(stages.size() - 1);
    int gone = size - end.kept();
    out.figure(new Figure.Lines(structures, stages.size() == 2 ? line(stages) : rows(stages)));
    String compound =
        "Sparsity counts the "
            + structures
            + " that are left, so "
            + Words.number(end.target())
            + " ends as "
            + gone
            + " of "
            + size
            + " removed ("
            + Words.percent((double) gone / size)
            + ").";
    if (stale) {
      out.severity(Severity.ERROR).cause(crash(pruner, thinning, stages.get(0)));
      out.note(compound);
    } else {
      out.cause(compound);
    }
    List<Integer> kept = new ArrayList<>();
    stages.forEach(stage -> kept.add(stage.kept()));
    out.data("size", size).data("kept", kept).data("removed", gone);
  }

  /** The trainer keeps a leader's mask for as long as the target is the same number. */
  private static boolean stale(
      BoundSchedule schedule, BoundPruner pruner, List<Shrinkage.Stage> stages) {
    return schedule.target() == Target.DISTILLER
        && pruner.leader()
        && pruner.instance().real("desired_sparsity").isPresent()
        && !stages.isEmpty()
        && stages.get(0).kept() < stages.get(0).before();
  }

  private static String crash(BoundPruner pruner, ThinningStep thinning, Shrinkage.Stage first) {
    int next = Integer.MAX_VALUE;
    for (BoundPolicy policy : pruner.policies()) {
      OptionalInt epoch = policy.firings().from(thinning.turn(policy));
      next = Math.min(next, epoch.orElse(Integer.MAX_VALUE));
    }
    return "The trainer computes a leader's mask anew only when the sparsity changes, and this one"
        + " does not. In epoch "
        + next
        + " it applies the mask of "
        + first.before()
        + " to "
        + first.kept()
        + " and stops: `RuntimeError: The expanded size of the tensor ("
        + first.kept()
        + ") must match the existing size ("
        + first.before()
        + ")`.";
  }

  private static List<String> line(List<Shrinkage.Stage> stages) {
    Shrinkage.Stage first = stages.get(0);
    Shrinkage.Stage end = stages.get(1);
    int epoch = first.thinning().map(ThinningStep::epoch).orElse(first.firing());
    return List.of(
        first.before()
            + " ── epoch "
            + epoch
            + ": "
            + first.kept()
            + " kept, thinned to "
            + first.kept()
            + " ── epoch "
            + end.firing()
            + ": "
            + Words.percent(end.target())
            + " of "
            + end.before()
            + " ──▶ "
            + end.kept()
            + " kept");
  }

  /** A line for each mask, those in the middle left out where there are many. */
  private static List<String> rows(List<Shrinkage.Stage> stages) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      boolean shown = stages.size() <= ROWS || i < ROWS - 2 || i == stages.size() - 1;
      if (shown) {
        rows.add(row(stages.get(i)));
      } else if (i == ROWS - 2) {
        rows.add("…");
      }
    }
    return rows;
  }

  private static String row(Shrinkage.Stage stage) {
    return "epoch "
        + stage.firing()
        + ": "
        + Words.percent(stage.target())
        + " of "
        + stage.before()
        + " go, "
        + stage.kept()
        + " are left";
  }

  private static int size(BoundSchedule schedule, BoundPruner pruner) {
    for (BoundWeight weight : pruner.weights()) {
      int size = StructureSizes.of(schedule, pruner, weight);
      if (size > 0) {
        return size;
      }
    }
    return 0;
  }

  private static void help(
      BoundPruner pruner,
      ThinningStep thinning,
      BoundPolicy policy,
      int last,
      Diagnostic.Builder out) {
    boolean behind = thinning.policy().index() > policy.index();
    int epoch = behind ? last : last + 1;
    if (policy.timing() instanceof Timing.Window window) {
      epoch = Math.max(epoch, window.end().value());
    }
    // Nothing can be thinned of what would be zero altogether.
    boolean all = Rates.most(pruner).orElse(0) >= 1;
    List<Edit> edits = all ? List.of() : edits(thinning, epoch);
    out.help(
        edits.isEmpty()
            ? Help.advice("thin after the last firing, in epoch " + epoch + " or later")
            : Help.unsafe("thin after the last firing", edits));
  }

  /** Leaves of a list the epoch that is late enough, or puts one there. */
  private static List<Edit> edits(ThinningStep thinning, int epoch) {
    if (!(thinning.policy().timing() instanceof Timing.Epochs list)) {
      return List.of();
    }
    List<Integer> late = new ArrayList<>();
    for (Spanned<Integer> one : list.epochs()) {
      if (one.value() >= epoch) {
        late.add(one.value());
      }
    }
    if (late.size() > 1) {
      return List.of();
    }
    List<Spanned<Integer>> all = list.epochs();
    Span span = all.get(0).span().to(all.get(all.size() - 1).span());
    return List.of(new Edit(span, Integer.toString(late.isEmpty() ? epoch : late.get(0))));
  }
}
