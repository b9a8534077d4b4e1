package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import java.util.List;
import java.util.function.Consumer;

/** SC213: {@code fold_batchnorm} over a Leader list, whose leader is ranked without it. */
final class LeaderUnfoldedCheck implements Check {
  private static final String FOLD = "fold_batchnorm";

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.target() != Target.DISTILLER) {
      return;
    }
    for (BoundPruner pruner : schedule.pruners()) {
      for (BoundPolicy policy : pruner.policies()) {
        Argument fold = policy.policy().args().get(FOLD);
        if (pruner.leader() && fold != null && policy.policy().flag(FOLD)) {
          out.accept(diagnose(pruner, fold));
        }
      }
    }
  }

  private static Diagnostic diagnose(BoundPruner pruner, Argument fold) {
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.LEADER_UNFOLDED,
                fold.span(),
                "`fold_batchnorm` does not reach the leader of `" + pruner.name() + "`")
            .saying("has no effect on a Leader list");
    Argument leader = pruner.instance().arguments().get("group_dependency");
    if (leader != null) {
      out.label(leader.span(), "one mask for all, from the leader");
    }
    return out.cause(
            "The leader is ranked by its weights as they are stored, without the BatchNorm that"
                + " follows, and all other layers get its mask.")
        .help(
            Help.unsafe(
                "switch it off, which changes nothing",
                List.of(new Edit(fold.value().span(), "False"))))
        .data("pruner", pruner.name())
        .build();
  }
}
