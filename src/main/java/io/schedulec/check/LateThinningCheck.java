package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.bind.ThinningStep;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import java.util.Optional;
import java.util.function.Consumer;

/** SC215: thinning in the last epoch of a run, although what it removes gives a constant. */
final class LateThinningCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (ThinningStep thinning : schedule.course().lastThinnings()) {
      boolean last =
          schedule.epochs().isPresent() && thinning.epoch() == schedule.epochs().getAsInt() - 1;
      if (last) {
        constant(schedule, thinning).ifPresent(c -> out.accept(diagnose(schedule, thinning, c)));
      }
    }
  }

  /** A layer whose zero filters give a constant, and what shifts them. */
  private record Constant(BoundWeight weight, Member shift) {}

  private static Optional<Constant> constant(BoundSchedule schedule, ThinningStep thinning) {
    for (BoundPruner pruner : schedule.pruners()) {
      boolean thinned = thinning.filters() && pruner.prunes(Structure.FILTERS);
      if (thinned && before(pruner, thinning)) {
        for (BoundWeight weight : pruner.weights()) {
          for (CoupledGroup group :
              schedule.facts().spaces().groupsOf(weight.name(), Role.FILTERS)) {
            Optional<Member> shift = shift(group);
            if (shift.isPresent()) {
              return Optional.of(new Constant(weight, shift.get()));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean before(BoundPruner pruner, ThinningStep thinning) {
    for (BoundPolicy policy : pruner.policies()) {
      if (thinning.comesAfter(policy.timing().first(), policy)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Member> shift(CoupledGroup group) {
    for (Member member : group.members()) {
      boolean norm = member.role() == Role.NORM && member.parameter().name().endsWith(".bias");
      if (norm || member.role() == Role.BIAS) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  private static Diagnostic diagnose(
      BoundSchedule schedule, ThinningStep thinning, Constant constant) {
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.LATE_THINNING,
                thinning.policy().timingSpan(),
                "`"
                    + thinning.instance().name().value()
                    + "` removes filters in the last epoch, and the constants that they give")
            .saying("one epoch is left to adapt")
            .label(
                constant.weight().written().span(),
                "zero filters give `" + constant.shift().parameter().name() + "`");
    out.cause(
        "A filter of zero weights still gives its bias, or its BatchNorm's shift, to the layers"
            + " behind. The masked model was trained with that; the thinned one is without it, so"
            + " its accuracy is another.");
    out.help(Help.advice("thin earlier, so that training can make up for it"));
    if (schedule.target() == Target.PLAN) {
      out.help(Help.advice("or keep the constants: --dead-channels fold"));
    }
    return out.data("extension", thinning.instance().name().value())
        .data("epoch", thinning.epoch())
        .data("constant", constant.shift().parameter().name())
        .build();
  }
}
