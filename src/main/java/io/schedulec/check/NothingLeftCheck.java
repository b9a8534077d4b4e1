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
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** SC322: a thinning of a tensor whose structures are all zero. */
final class NothingLeftCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      thinning(schedule, pruner).ifPresent(step -> out.accept(finding(schedule, pruner, step)));
    }
  }

  /** The first thinning that would take all of a tensor of a pruner. */
  static Optional<ThinningStep> thinning(BoundSchedule schedule, BoundPruner pruner) {
    return pruner.prunesChannels() ? ofStructures(schedule, pruner) : ofElements(schedule, pruner);
  }

  private static Optional<ThinningStep> ofStructures(BoundSchedule schedule, BoundPruner pruner) {
    if (Rates.most(pruner).orElse(0) < 1) {
      return Optional.empty();
    }
    for (Shrinkage.Stage stage : Shrinkage.of(schedule, pruner, size(schedule, pruner))) {
      if (stage.kept() == 0 && stage.thinning().isPresent()) {
        return stage.thinning();
      }
    }
    return Optional.empty();
  }

  /** The number of structures of the first tensor; any will do where there is no model. */
  private static int size(BoundSchedule schedule, BoundPruner pruner) {
    for (BoundWeight weight : pruner.weights()) {
      int size = StructureSizes.of(schedule, pruner, weight);
      if (size > 0) {
        return size;
      }
    }
    return 1;
  }

  /** The trainer looks at weights, whoever zeroed them; the plan thins what it has masked. */
  private static Optional<ThinningStep> ofElements(BoundSchedule schedule, BoundPruner pruner) {
    if (schedule.target() != Target.DISTILLER || !convolution(pruner)) {
      return Optional.empty();
    }
    for (BoundPolicy policy : pruner.policies()) {
      int last = policy.firings().last();
      OptionalDouble target = Rates.target(pruner.instance(), policy, last);
      if (target.isPresent() && target.getAsDouble() == 1.0) {
        return schedule.course().nextThinning(Structure.FILTERS, last, policy);
      }
    }
    return Optional.empty();
  }

  private static boolean convolution(BoundPruner pruner) {
    for (BoundWeight weight : pruner.weights()) {
      if (weight.parameter().shape().rank() == 4) {
        return pruner.prunes(Structure.ELEMENTS);
      }
    }
    return false;
  }

  private static Diagnostic finding(
      BoundSchedule schedule, BoundPruner pruner, ThinningStep thinning) {
    boolean fixed = pruner.instance().real("desired_sparsity").isPresent();
    String key = fixed ? "desired_sparsity" : "final_sparsity";
    Argument argument = pruner.instance().arguments().get(key);
    String what = thinning.channels() && !thinning.filters() ? "channels" : "filters";
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.NOTHING_LEFT,
                argument == null ? pruner.instance().name().span() : argument.span(),
                "`"
                    + pruner.name()
                    + "` zeroes all "
                    + what
                    + ", which `"
                    + thinning.instance().name().value()
                    + "` cannot remove")
            .saying("leaves none")
            .label(Places.of(thinning), "removed here, down to nothing")
            .cause(
                "The trainer stops in epoch "
                    + thinning.epoch()
                    + ": `ValueError: Trying to set zero filters for parameter "
                    + first(pruner)
                    + " is not allowed`.");
    if (argument != null) {
      double most = most(size(schedule, pruner));
      Edit edit = new Edit(argument.value().span(), Words.number(most));
      out.help(Help.unsafe("leave at least one", List.of(edit)));
    }
    return out.data("pruner", pruner.name()).data("epoch", thinning.epoch()).build();
  }

  private static String first(BoundPruner pruner) {
    return pruner.weights().isEmpty() ? "X" : pruner.weights().get(0).name();
  }

  /** The largest share in hundredths that leaves one of so many. */
  private static double most(int size) {
    return size < 2 ? 0.9 : Math.floor((size - 1) * 100.0 / size) / 100;
  }
}
