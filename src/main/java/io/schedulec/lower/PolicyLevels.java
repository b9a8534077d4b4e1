package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.ParameterValue;
import java.util.List;

/** The levels that a policy gives its pruner in {@code args.levels}. */
final class PolicyLevels {
  private PolicyLevels() {}

  /** The levels of a policy, or else the pruner's own. */
  static List<ParameterValue> of(BoundPruner pruner, BoundPolicy policy) {
    List<ParameterValue> levels = policy.policy().levels();
    return levels.isEmpty() ? pruner.instance().parameterValues() : levels;
  }

  /**
   * Says what is not covered. Levels stay with the pruner when their policy is over, so another
   * policy without any would get whichever came last.
   */
  static void refuse(BoundPruner pruner, Tensors tensors, Refusals out) {
    int given = 0;
    for (BoundPolicy policy : pruner.policies()) {
      Argument levels = policy.policy().args().get(LevelRule.LEVELS);
      if (levels != null) {
        given++;
        refuse(policy, levels, tensors, out);
      }
    }
    for (BoundPolicy policy : pruner.policies()) {
      boolean without = !policy.policy().args().containsKey(LevelRule.LEVELS);
      if (without && given > 0) {
        out.policy(
            policy,
            "`" + pruner.name() + "` gets levels from some of its policies only",
            "has the levels of whichever policy acted last");
      }
    }
  }

  private static void refuse(BoundPolicy policy, Argument levels, Tensors tensors, Refusals out) {
    List<ParameterValue> values = policy.policy().levels();
    if (values.isEmpty()) {
      out.setting(policy, levels, "is no map of weights, which cannot be compiled");
    }
    for (ParameterValue value : values) {
      String name = value.name().value();
      boolean known = name.equals("*") || tensors.find(name).isPresent();
      boolean share = value.number().filter(n -> n.value() >= 0 && n.value() <= 1).isPresent();
      if (!known || !share) {
        out.setting(
            policy,
            levels,
            known
                ? "gives `" + name + "` a level that is no share of 1"
                : "names `" + name + "`, which the model does not have");
      }
    }
  }
}
