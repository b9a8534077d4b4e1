package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.bind.ThinningStep;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.graph.Shape;
import io.schedulec.schedule.Argument;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * SC325: element pruning so strong that whole filters are zero, which the trainer's thinning
 * removes although no pruner lists them.
 */
final class ThinsByChanceCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.target() != Target.DISTILLER || schedule.course().thinners().isEmpty()) {
      return;
    }
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.prunes(Structure.ELEMENTS)) {
        for (BoundPolicy policy : pruner.policies()) {
          found(schedule, pruner, policy).ifPresent(out);
        }
      }
    }
  }

  private static Optional<Diagnostic> found(
      BoundSchedule schedule, BoundPruner pruner, BoundPolicy policy) {
    int last = policy.firings().last();
    OptionalDouble share = Rates.target(pruner.instance(), policy, last);
    Optional<ThinningStep> thinning =
        schedule.course().nextThinning(Structure.FILTERS, last, policy);
    if (share.isEmpty() || share.getAsDouble() >= 1 || thinning.isEmpty()) {
      return Optional.empty();
    }
    for (BoundWeight weight : pruner.weights()) {
      long filters = filters(weight.parameter().shape(), share.getAsDouble());
      if (filters > 0) {
        return Optional.of(finding(pruner, weight, filters, share.getAsDouble(), thinning.get()));
      }
    }
    return Optional.empty();
  }

  /** How many filters must be wholly zero: as many zeros as that do not fit into the others. */
  private static long filters(Shape shape, double share) {
    if (shape.rank() != 4 || !shape.fullyKnown()) {
      return 0;
    }
    long filters = shape.dim(0);
    long each = shape.elements() / filters;
    return (long) (share * shape.elements()) - filters * (each - 1);
  }

  private static Diagnostic finding(
      BoundPruner pruner, BoundWeight weight, long filters, double share, ThinningStep thinning) {
    String name = thinning.instance().name().value();
    String least = "at least " + Words.count((int) filters, "filter");
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.THINS_BY_CHANCE,
                weight.written().span(),
                "`" + name + "` removes " + least + " that only `" + pruner.name() + "` zeroes")
            .saying("more zeros than fit into " + weight.parameter().shape().dim(0) + " filters")
            .label(Places.of(thinning), "removes every filter that is zero");
    Argument asked = pruner.instance().arguments().get("final_sparsity");
    if (asked != null) {
      out.label(asked.span(), "of single elements");
    }
    return out.cause(
            "The trainer's thinning looks at the weights, not at who zeroed them. With "
                + Words.number(share)
                + " of the elements zero some filters are empty, and they go too, coupled to others"
                + " or not. A plan removes only what a structure pruner has masked.")
        .help(Help.advice("thin before the elements are pruned, or ask for less"))
        .data("pruner", pruner.name())
        .data("weight", weight.name())
        .data("filters", (int) filters)
        .build();
  }
}
