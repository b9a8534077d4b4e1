package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.bind.ThinningStep;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC407: a share of 1, which leaves nothing of a tensor. */
final class WholeShareCheck implements Check {
  private static final List<String> KEYS = List.of("desired_sparsity", "final_sparsity");

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      for (String key : KEYS) {
        Optional<Spanned<Double>> share = pruner.instance().real(key);
        if (share.isPresent() && share.get().value() == 1.0) {
          out.accept(diagnose(pruner, key, share.get(), thinning(schedule, pruner)));
        }
      }
    }
  }

  /** The first thinning that would have to cut the whole layer out. */
  private static Optional<ThinningStep> thinning(BoundSchedule schedule, BoundPruner pruner) {
    if (schedule.target() != Target.DISTILLER || pruner.structure().isEmpty()) {
      return Optional.empty();
    }
    for (ThinningStep step : schedule.thinnings()) {
      boolean removes = step.removes(pruner.structure().get());
      for (BoundPolicy policy : pruner.policies()) {
        int[] firings = policy.firings();
        if (removes && step.comesAfter(firings[firings.length - 1], policy)) {
          return Optional.of(step);
        }
      }
    }
    return Optional.empty();
  }

  private static Diagnostic diagnose(
      BoundPruner pruner, String key, Spanned<Double> share, Optional<ThinningStep> thinning) {
    boolean elements = pruner.prunes(Structure.ELEMENTS);
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.OUT_OF_RANGE,
                share.span(),
                "`"
                    + key
                    + "` of `"
                    + pruner.name()
                    + "` is 1, which zeroes every "
                    + (elements ? "element" : "structure"))
            .severity(thinning.isPresent() ? Severity.ERROR : Severity.WARNING)
            .saying("nothing is left of a tensor")
            .cause(cause(thinning))
            .help(Help.advice("ask for less than 1, e.g. 0.9, or take the layer off the list"))
            .data("key", key)
            .data("owner", pruner.name())
            .data("value", share.value());
    thinning.ifPresent(
        step -> finding.label(step.policy().timingSpan(), "thins in epoch " + step.epoch()));
    return finding.build();
  }

  private static String cause(Optional<ThinningStep> thinning) {
    return thinning.isEmpty()
        ? "The trainer zeroes the tensor without a word, and nothing passes it any more."
        : "The original trainer stops in epoch "
            + thinning.get().epoch()
            + ": `ValueError: Trying to set zero filters for parameter ... is not allowed`.";
  }
}
