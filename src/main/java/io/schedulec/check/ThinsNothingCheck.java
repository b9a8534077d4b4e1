package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Thinning;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Firings;
import io.schedulec.schedule.Timing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** SC321: a thinning that comes before there is anything to cut out. */
final class ThinsNothingCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    Set<Integer> said = new HashSet<>();
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.prunesChannels()) {
        tooEarlyInItsEpoch(schedule, pruner, said, out);
      }
    }
    for (Act thinner : schedule.course().thinners()) {
      if (!said.contains(thinner.policy().index())) {
        beforeAnything(schedule, thinner, out);
      }
    }
  }

  // In the right epoch, and too early in the file.

  private static void tooEarlyInItsEpoch(
      BoundSchedule schedule, BoundPruner pruner, Set<Integer> said, Consumer<Diagnostic> out) {
    Structure structure = pruner.structure().orElseThrow();
    for (BoundPolicy policy : pruner.policies()) {
      if (schedule.course().nextThinning(structure, policy.firings().first(), policy).isPresent()) {
        return;
      }
    }
    for (BoundPolicy policy : pruner.policies()) {
      for (Act thinner : schedule.course().thinners(structure)) {
        Firings common = thinner.firings().common(policy.firings());
        boolean before = thinner.policy().index() < policy.index();
        if (before && !common.isEmpty() && said.add(thinner.policy().index())) {
          out.accept(early(schedule, pruner, policy, thinner, common.last()));
        }
      }
    }
  }

  private static Diagnostic early(
      BoundSchedule schedule, BoundPruner pruner, BoundPolicy policy, Act thinner, int epoch) {
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.THINS_NOTHING,
                Places.epoch(thinner.policy(), epoch),
                "`"
                    + thinner.name()
                    + "` acts before `"
                    + pruner.name()
                    + "` in epoch "
                    + epoch
                    + " and finds nothing to remove")
            .saying("acts first in epoch " + epoch)
            .label(thinner.policy().referenceSpan(), "stands before the pruner")
            .label(policy.referenceSpan(), "its mask comes too late")
            .cause(
                "Policies act in the order of the file. The trainer logs `Failed to create a thinning"
                    + " recipe` and goes on; the zeros stay in the model, which keeps its size.");
    int late = Math.max(epoch, policy.firings().last()) + 1;
    later(schedule, thinner, late, "thin in the epoch after", out);
    out.help(Help.advice("or put the policy of `" + thinner.name() + "` below the pruner's"));
    return out.data("thinner", thinner.name()).data("epoch", epoch).build();
  }

  // Before anything is zero.

  private static void beforeAnything(
      BoundSchedule schedule, Act thinner, Consumer<Diagnostic> out) {
    Thinning direction = thinner.instance().thinning().orElseThrow();
    Optional<Act> first = Optional.empty();
    for (Act act : schedule.course().acts()) {
      boolean zeroes = zeroes(act, direction);
      if (zeroes && !comesAfterAll(act, thinner)) {
        return;
      }
      boolean sooner = first.isEmpty() || act.firings().first() < first.get().firings().first();
      if (zeroes && sooner && !act.instance().has(Trait.ELEMENTS)) {
        first = Optional.of(act);
      }
    }
    if (first.isPresent()) {
      out.accept(before(schedule, thinner, first.get()));
    }
  }

  /** Whether something can make whole structures zero that a thinning would cut out. */
  private static boolean zeroes(Act act, Thinning direction) {
    if (act.instance().section() == Section.REGULARIZERS) {
      return Thresholds.zeroes(act.instance());
    }
    if (act.instance().section() != Section.PRUNERS) {
      return false;
    }
    boolean ranked = act.instance().has(Trait.STRUCTURE_RANKED);
    if (!ranked || act.instance().groupType().isEmpty()) {
      return true;
    }
    return switch (act.instance().groupType().get()) {
      case FILTERS -> direction.removesFilters();
      case CHANNELS, ROWS -> direction.removesChannels();
      case BLOCKS -> false;
    };
  }

  /** Whether it first acts when the thinner has acted for the last time. */
  private static boolean comesAfterAll(Act act, Act thinner) {
    int first = act.firings().first();
    int last = thinner.firings().last();
    // Thresholds are applied at the end of a minibatch, thinning at its start.
    boolean behind =
        act.instance().section() == Section.REGULARIZERS
            || act.policy().index() > thinner.policy().index();
    return first > last || (first == last && behind);
  }

  private static Diagnostic before(BoundSchedule schedule, Act thinner, Act act) {
    int epoch = thinner.firings().last();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.THINS_NOTHING,
                Places.epoch(thinner.policy(), epoch),
                "`"
                    + thinner.name()
                    + "` acts in epoch "
                    + epoch
                    + ", before `"
                    + act.name()
                    + "` has made anything zero")
            .saying("finds nothing to remove")
            .label(Timelines.start(act.policy()), "the first zeros come here");
    if (thinnedLater(schedule, thinner, act)) {
      return out.cause("The trainer logs `Failed to create a thinning recipe` and goes on.")
          .help(Help.advice("remove the policy: another one thins when there are zeros"))
          .data("thinner", thinner.name())
          .data("epoch", epoch)
          .build();
    }
    out.cause(
        "The trainer logs `Failed to create a thinning recipe` and goes on. The zeros that come later"
            + " stay in the model, which keeps its size.");
    int late = act.firings().last() + 1;
    if (act.policy().timing() instanceof Timing.Window window) {
      late = window.end().value();
    }
    later(schedule, thinner, late, "thin when it has finished", out);
    return out.data("thinner", thinner.name()).data("epoch", epoch).build();
  }

  private static boolean thinnedLater(BoundSchedule schedule, Act thinner, Act act) {
    Thinning direction = thinner.instance().thinning().orElseThrow();
    Structure kind = direction.removesFilters() ? Structure.FILTERS : Structure.CHANNELS;
    boolean threshold = act.instance().section() == Section.REGULARIZERS;
    int first = act.firings().first() + (threshold ? 1 : 0);
    return schedule.course().nextThinning(kind, first, act.policy()).isPresent();
  }

  /** What thinning then meets may be what cannot be cut: layers behind a flattening, say. */
  private static void later(
      BoundSchedule schedule, Act thinner, int epoch, String words, Diagnostic.Builder out) {
    boolean plain =
        schedule.target() == Target.PLAN
            && schedule.course().thinners(Structure.CHANNELS).isEmpty();
    if (plain
        && thinner.policy().timing() instanceof Timing.Epochs list
        && list.epochs().size() == 1) {
      Edit edit = new Edit(list.epochs().get(0).span(), Integer.toString(epoch));
      out.help(Help.unsafe(words, List.of(edit)));
    } else {
      out.help(Help.advice(words + ", in epoch " + epoch + " or later"));
    }
  }
}
