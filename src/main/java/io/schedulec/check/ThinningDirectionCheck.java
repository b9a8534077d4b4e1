package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.bind.ThinningStep;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** SC211: thinning of filters alone where only channels are zeroed, or the reverse. */
final class ThinningDirectionCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    Optional<BoundPruner> filters = pruning(schedule, Structure.FILTERS);
    Optional<BoundPruner> channels = pruning(schedule, Structure.CHANNELS);
    if (filters.isPresent() == channels.isPresent() || othersZero(schedule)) {
      return;
    }
    BoundPruner pruner = (filters.isPresent() ? filters : channels).orElseThrow();
    Structure zeroed = pruner.structure().orElseThrow();
    if (!schedule.course().thinners(zeroed).isEmpty()) {
      return;
    }
    Set<String> said = new HashSet<>();
    for (ThinningStep thinning : schedule.course().firstThinnings()) {
      if (said.add(thinning.instance().name().value())) {
        diagnose(thinning, pruner, zeroed).ifPresent(out);
      }
    }
  }

  private static Optional<BoundPruner> pruning(BoundSchedule schedule, Structure structure) {
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.prunes(structure)) {
        return Optional.of(pruner);
      }
    }
    return Optional.empty();
  }

  /** Whether anything else may zero whole structures, in a direction that is not looked into. */
  private static boolean othersZero(BoundSchedule schedule) {
    for (Instance instance : schedule.schedule().instances()) {
      boolean regularizes = instance.section() == Section.REGULARIZERS;
      boolean unknown = instance.spec().isEmpty() || instance.has(Trait.STRUCTURE_THRESHOLD);
      if (instance.used() && (regularizes || unknown)) {
        return true;
      }
    }
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.structure().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Diagnostic> diagnose(
      ThinningStep thinning, BoundPruner pruner, Structure zeroed) {
    Argument function = thinning.instance().arguments().get("thinning_func_str");
    if (function == null) {
      return Optional.empty();
    }
    boolean filters = zeroed == Structure.FILTERS;
    String removed = (filters ? Structure.CHANNELS : Structure.FILTERS).plural();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.THINNING_DIRECTION,
                function.value().span(),
                "`"
                    + thinning.instance().name().value()
                    + "` removes "
                    + removed
                    + ", but only "
                    + zeroed.plural()
                    + " are zeroed")
            .saying("looks for zero " + removed + " alone");
    pruner
        .instance()
        .argument("group_type")
        .ifPresent(a -> out.label(a.span(), "zeroes " + zeroed.plural()));
    out.label(thinning.policy().timingSpan(), "nothing is removed here");
    out.cause(
        "The trainer finds nothing to remove, logs \"Failed to create a thinning recipe\" and goes"
            + " on with the model at its full size. The name of the class does not matter.");
    String meant = "remove_" + zeroed.plural();
    out.help(
        Help.unsafe(
            "thin in the direction that is pruned",
            List.of(new Edit(function.value().span(), meant))));
    return Optional.of(
        out.data("extension", thinning.instance().name().value())
            .data("removes", removed)
            .data("zeroed", zeroed.plural())
            .build());
  }
}
