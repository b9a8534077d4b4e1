package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundWeight;
import io.schedulec.plan.Criterion;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Structures;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Single elements, a share of them that follows AGP. */
final class GradualRule implements PrunerRule {

  @Override
  public Set<String> classes() {
    return Set.of("AutomatedGradualPruner");
  }

  @Override
  public Set<String> keys() {
    return Set.of("initial_sparsity", "final_sparsity", "weights");
  }

  @Override
  public void lower(BoundPruner pruner, BoundPolicy policy, Tensors tensors, Consumer<Draft> out) {
    Selection selection =
        new Selection.Lowest(Shares.agp(pruner, policy), Criterion.L1, Optional.empty());
    for (BoundWeight weight : pruner.weights()) {
      out.accept(new Draft(new Structures.Elements(), selection, weight.name()));
    }
  }
}
