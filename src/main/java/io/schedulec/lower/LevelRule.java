package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.plan.Amount;
import io.schedulec.plan.Criterion;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Structures;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Single elements, a fixed share of them for each tensor. */
final class LevelRule implements PrunerRule {
  /** The setting of a policy that replaces the pruner's own levels from then on. */
  static final String LEVELS = "levels";

  @Override
  public Set<String> classes() {
    return Set.of("SparsityLevelParameterPruner");
  }

  @Override
  public Set<String> keys() {
    return Set.of(LEVELS);
  }

  @Override
  public Set<String> settings() {
    return Set.of(LEVELS);
  }

  @Override
  public void refuse(BoundPruner pruner, Tensors tensors, Refusals out) {
    PolicyLevels.refuse(pruner, tensors, out);
  }

  @Override
  public void lower(BoundPruner pruner, BoundPolicy policy, Tensors tensors, Consumer<Draft> out) {
    PerTensor.of(PolicyLevels.of(pruner, policy), tensors)
        .forEach(
            (tensor, share) -> {
              if (share > 0) {
                out.accept(new Draft(new Structures.Elements(), lowest(share), tensor));
              }
            });
  }

  private static Selection lowest(double share) {
    return new Selection.Lowest(new Amount.Fixed(share), Criterion.L1, Optional.empty());
  }
}
