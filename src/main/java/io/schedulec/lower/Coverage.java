package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.PolicyShape;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Thinning;
import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a plan cannot hold of a schedule, before any of it is lowered. */
final class Coverage {
  /** A plan is verified epoch by epoch, and somebody waits for it. */
  private static final long MOST_FIRINGS = 100_000;

  private final BoundSchedule schedule;
  private final Tensors tensors;
  private final Refusals refusals;

  Coverage(BoundSchedule schedule, Tensors tensors, Refusals refusals) {
    this.schedule = schedule;
    this.tensors = tensors;
    this.refusals = refusals;
  }

  void check(Agenda agenda) {
    List<Instance> seen = new ArrayList<>();
    long firings = 0;
    for (Entry entry : agenda.entries()) {
      firings += entry.policy().firings().count();
      if (firings > MOST_FIRINGS) {
        String message = "policies that fire over " + MOST_FIRINGS + " times cannot be compiled";
        refusals.policy(entry.policy(), message, "no training is that long");
        return;
      }
      Instance instance = entry.instance();
      if (!seen.contains(instance)) {
        seen.add(instance);
        check(instance);
      }
    }
  }

  private void check(Instance instance) {
    switch (instance.section()) {
      case REGULARIZERS, QUANTIZERS -> refusals.className(instance);
      case EXTENSIONS -> thinning(instance);
      case PRUNERS -> pruner(instance);
      case LR_SCHEDULERS -> {}
    }
  }

  private void thinning(Instance instance) {
    Optional<Thinning> direction = instance.thinning();
    if (direction.isEmpty()) {
      refusals.className(instance);
    } else if (direction.get() == Thinning.BOTH) {
      refusals.key(instance, "thinning_func_str", "removes filters and channels at once");
    }
  }

  private void pruner(Instance instance) {
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.name().equals(instance.name().value())) {
        PrunerRules.of(pruner)
            .ifPresentOrElse(rule -> pruner(pruner, rule), () -> refusals.className(instance));
      }
    }
  }

  private void pruner(BoundPruner pruner, PrunerRule rule) {
    Instance instance = pruner.instance();
    for (Argument argument : instance.arguments().values()) {
      String key = argument.key().value();
      Optional<KeySpec> spec = instance.spec().flatMap(s -> s.key(key));
      if (!rule.keys().contains(key) && spec.isPresent() && !Defaults.is(spec.get(), argument)) {
        refusals.key(instance, key, "sets `" + key + "`");
      }
    }
    pruner.policies().forEach(policy -> settings(policy, rule));
    rule.refuse(pruner, tensors, refusals);
    reshaped(pruner, rule);
  }

  private void settings(BoundPolicy policy, PrunerRule rule) {
    for (KeySpec setting : PolicyShape.args(Section.PRUNERS)) {
      Argument argument = policy.policy().args().get(setting.name());
      boolean covered = rule.settings().contains(setting.name());
      // The trainer reads levels for one class and ignores them for all others.
      boolean ignored = setting.name().equals(LevelRule.LEVELS);
      if (argument != null && !covered && !ignored && !Defaults.is(setting, argument)) {
        refusals.setting(policy, argument, "cannot be compiled");
      }
    }
  }

  private void reshaped(BoundPruner pruner, PrunerRule rule) {
    if (!refusals.none()) {
      return;
    }
    for (BoundPolicy policy : pruner.policies()) {
      rule.lower(pruner, policy, tensors, draft -> reshaped(pruner, draft));
    }
  }

  private void reshaped(BoundPruner pruner, Draft draft) {
    Parameter parameter = tensors.find(draft.tensor()).orElseThrow();
    if (parameter.stored() == Parameter.Stored.RESHAPED) {
      Optional<BoundWeight> listed = pruner.weight(draft.tensor());
      listed.ifPresentOrElse(
          weight -> refusals.weight(pruner, weight, "is stored in another shape"),
          () -> refusals.others(pruner, draft.tensor(), "is stored in another shape"));
    }
  }
}
