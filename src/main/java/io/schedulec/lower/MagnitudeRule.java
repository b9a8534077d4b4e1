package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.plan.Amount;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Structures;
import java.util.Set;
import java.util.function.Consumer;

/** Single elements up to a threshold for each tensor. */
final class MagnitudeRule implements PrunerRule {

  @Override
  public Set<String> classes() {
    return Set.of("MagnitudeParameterPruner");
  }

  @Override
  public Set<String> keys() {
    return Set.of("thresholds");
  }

  @Override
  public void lower(BoundPruner pruner, BoundPolicy policy, Tensors tensors, Consumer<Draft> out) {
    PerTensor.of(pruner.instance().parameterValues(), tensors)
        .forEach(
            (tensor, threshold) ->
                out.accept(
                    new Draft(
                        new Structures.Elements(),
                        new Selection.Below(new Amount.Fixed(threshold)),
                        tensor)));
  }
}
