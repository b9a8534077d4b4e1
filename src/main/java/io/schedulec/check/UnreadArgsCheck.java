package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import java.util.Optional;
import java.util.function.Consumer;

/** SC411: settings of a policy that its instance does not read. */
final class UnreadArgsCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (Policy policy : schedule.schedule().policies()) {
      Optional<Instance> target = policy.target();
      if (target.isPresent() && target.get().spec().isPresent()) {
        levels(policy, target.get()).ifPresent(out);
        keepMask(policy, target.get()).ifPresent(out);
      }
    }
  }

  private static Optional<Diagnostic> levels(Policy policy, Instance target) {
    Argument levels = policy.args().get("levels");
    if (levels == null || policy.levels().isEmpty() || target.has(Trait.POLICY_LEVELS)) {
      return Optional.empty();
    }
    return Optional.of(
        finding(target, levels, "only a `SparsityLevelParameterPruner` reads them")
            .cause("The trainer sets them on the pruner, which never looks at them.")
            .help(Help.advice("say in the pruner itself how much it prunes"))
            .build());
  }

  private static Optional<Diagnostic> keepMask(Policy policy, Instance target) {
    Argument flag = policy.args().get("keep_mask");
    boolean thresholds = target.text("threshold_criteria").isPresent();
    boolean regularizes = policy.kind() == Section.REGULARIZERS && policy.flag("keep_mask");
    if (flag == null || !regularizes || thresholds) {
      return Optional.empty();
    }
    return Optional.of(
        finding(target, flag, "there is no mask without a threshold")
            .label(target.name().span(), "has no `threshold_criteria`")
            .cause("The trainer keeps the mask of the last threshold, and there is none.")
            .help(Help.advice("set `threshold_criteria` on the regularizer, or leave it out"))
            .build());
  }

  private static Diagnostic.Builder finding(Instance target, Argument argument, String label) {
    String key = argument.key().value();
    return Diagnostic.at(
            DiagnosticKind.NO_EFFECT,
            argument.key().span(),
            "`" + key + "` of the policy for `" + target.name().value() + "` has no effect")
        .saying(label)
        .data("key", key)
        .data("owner", target.name().value());
  }
}
