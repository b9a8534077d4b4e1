package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.rate.StructureCount;
import io.schedulec.schedule.ParameterValue;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * SC413: a share so small that it takes nothing from a tensor. Leader lists are left to SC302,
 * which knows what that does to the others.
 */
final class RemovesNothingCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (!schedule.facts().present()) {
      return;
    }
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.prunes(Structure.ELEMENTS)) {
        levels(schedule, pruner, out);
        firstStep(schedule, pruner).ifPresent(out);
      } else if (pruner.structure().filter(Structure::wholeChannels).isPresent()) {
        structures(schedule, pruner).ifPresent(out);
      }
    }
  }

  /** Fixed levels of single parameters. */
  private static void levels(BoundSchedule schedule, BoundPruner pruner, Consumer<Diagnostic> out) {
    if (pruner.instance().argument("levels").isEmpty()) {
      return;
    }
    for (ParameterValue value : pruner.instance().parameterValues()) {
      for (BoundWeight weight : pruner.weights()) {
        boolean given = value.number().isPresent() && value.name().equals(weight.written());
        if (given && takesNone(value.number().get().value(), weight)) {
          out.accept(level(schedule, pruner, weight, value.number().get()));
        }
      }
    }
  }

  private static boolean takesNone(double share, BoundWeight weight) {
    long elements = weight.parameter().shape().elements();
    return share > 0 && elements > 0 && (long) (share * elements) == 0;
  }

  private static Diagnostic level(
      BoundSchedule schedule, BoundPruner pruner, BoundWeight weight, Spanned<Double> share) {
    long elements = weight.parameter().shape().elements();
    boolean distiller = schedule.target() == Target.DISTILLER;
    return Diagnostic.at(
            DiagnosticKind.REMOVES_NOTHING,
            share.span(),
            "the level of `" + weight.name() + "` takes none of its " + elements + " elements")
        .severity(distiller ? Severity.ERROR : Severity.WARNING)
        .saying(product(share.value(), elements))
        .cause(
            "The original trainer stops at the first firing: `IndexError: index -1 is out of"
                + " bounds`. A plan takes nothing. A level of 0 leaves the parameter alone.")
        .help(
            Help.unsafe(
                "take one element at least",
                List.of(new Edit(share.span(), Words.number(Shares.least(elements))))))
        .data("pruner", pruner.name())
        .data("weights", List.of(weight.name()))
        .build();
  }

  private static String product(double share, long size) {
    return "floor(" + Words.number(share) + " * " + size + ") = 0";
  }

  /** A ramp of elements that starts at nothing: only the original trainer cannot do that. */
  private static Optional<Diagnostic> firstStep(BoundSchedule schedule, BoundPruner pruner) {
    Optional<Spanned<Double>> initial = pruner.instance().real("initial_sparsity");
    if (schedule.target() != Target.DISTILLER || initial.isEmpty() || pruner.weights().isEmpty()) {
      return Optional.empty();
    }
    for (BoundPolicy policy : pruner.policies()) {
      for (int epoch : policy.firings()) {
        OptionalDouble share = Rates.target(pruner.instance(), policy, epoch);
        for (BoundWeight weight : pruner.weights()) {
          long elements = weight.parameter().shape().elements();
          boolean none =
              share.isPresent() && elements > 0 && (long) (share.getAsDouble() * elements) == 0;
          if (none) {
            return Optional.of(start(pruner, initial.get(), policy, epoch, weight));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Diagnostic start(
      BoundPruner pruner,
      Spanned<Double> initial,
      BoundPolicy policy,
      int epoch,
      BoundWeight weight) {
    long least = Long.MAX_VALUE;
    for (BoundWeight each : pruner.weights()) {
      least = Math.min(least, Math.max(1, each.parameter().shape().elements()));
    }
    double share = Math.max(0.01, Shares.least(least));
    boolean below =
        pruner.instance().real("final_sparsity").filter(end -> end.value() > share).isPresent();
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.REMOVES_NOTHING,
                initial.span(),
                "`"
                    + pruner.name()
                    + "` takes no element of `"
                    + weight.name()
                    + "` in epoch "
                    + epoch)
            .severity(Severity.ERROR)
            .saying(product(initial.value(), weight.parameter().shape().elements()))
            .label(policy.timingSpan(), "fires in epoch " + epoch)
            .cause(
                "The original trainer stops in epoch "
                    + epoch
                    + ": `IndexError: index -1 is out of bounds`. A plan takes nothing in that step"
                    + " and goes on.")
            .data("pruner", pruner.name())
            .data("weights", List.of(weight.name()));
    if (below) {
      finding.help(
          Help.unsafe(
              "start where one element goes at least",
              List.of(new Edit(initial.span(), Words.number(share)))));
    }
    return finding.build();
  }

  /** A share that never takes a structure. */
  private static Optional<Diagnostic> structures(BoundSchedule schedule, BoundPruner pruner) {
    Optional<Spanned<Double>> share = share(pruner);
    if (share.isEmpty() || pruner.leader()) {
      return Optional.empty();
    }
    List<BoundWeight> none = new ArrayList<>();
    int most = 0;
    for (BoundWeight weight : pruner.weights()) {
      int size = StructureSizes.of(schedule, pruner, weight);
      if (size > 0 && StructureCount.removed(share.get().value(), size) <= 0) {
        none.add(weight);
        most = most == 0 ? size : Math.min(most, size);
      }
    }
    return none.isEmpty()
        ? Optional.empty()
        : Optional.of(structures(schedule, pruner, share.get(), none, most));
  }

  /** The largest share that it ever asks for. */
  private static Optional<Spanned<Double>> share(BoundPruner pruner) {
    for (String key : List.of("desired_sparsity", "final_sparsity")) {
      Optional<Spanned<Double>> share = pruner.instance().real(key);
      if (share.isPresent()) {
        return share;
      }
    }
    List<Spanned<Double>> range = pruner.instance().reals("sparsity_range");
    return range.size() == 2 ? Optional.of(range.get(1)) : Optional.empty();
  }

  private static Diagnostic structures(
      BoundSchedule schedule,
      BoundPruner pruner,
      Spanned<Double> share,
      List<BoundWeight> none,
      int smallest) {
    String noun = pruner.prunes(Structure.FILTERS) ? "filter" : "channel";
    String more = none.size() > 1 ? " and " + (none.size() - 1) + " more" : "";
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.REMOVES_NOTHING,
                share.span(),
                "`"
                    + pruner.name()
                    + "` takes no "
                    + noun
                    + " of `"
                    + none.get(0).name()
                    + "`"
                    + more)
            .saying("too little for one " + noun)
            .cause("Counts are rounded down, so the layer stays as it is, without a word.")
            .help(
                Help.unsafe(
                    "ask for one " + noun + " of " + smallest + " at least",
                    List.of(new Edit(share.span(), Words.number(Shares.least(smallest))))))
            .data("pruner", pruner.name())
            .data("weights", none.stream().map(BoundWeight::name).toList());
    for (BoundWeight weight : none) {
      finding.label(
          weight.written().span(),
          product(share.value(), StructureSizes.of(schedule, pruner, weight)));
    }
    return finding.build();
  }
}
