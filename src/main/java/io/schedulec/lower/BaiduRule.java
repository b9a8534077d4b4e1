package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundWeight;
import io.schedulec.plan.Amount;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Structures;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Timing;
import io.schedulec.source.Spanned;
import java.util.Set;
import java.util.function.Consumer;

/** Single elements up to a threshold that rises along two slopes. */
final class BaiduRule implements PrunerRule {
  private static final String OFFSET = "ramp_epoch_offset";

  @Override
  public Set<String> classes() {
    return Set.of("BaiduRNNPruner");
  }

  @Override
  public Set<String> keys() {
    return Set.of("q", OFFSET, "ramp_slope_mult", "weights");
  }

  /** The slopes come from the first policy that acts, which others would not tell. */
  @Override
  public void refuse(BoundPruner pruner, Tensors tensors, Refusals out) {
    for (BoundPolicy policy : pruner.policies().subList(1, pruner.policies().size())) {
      out.policy(
          policy,
          "`" + pruner.name() + "` has the slopes of another policy, which cannot be compiled",
          "would act along the slopes of an earlier policy");
    }
    if (rise(pruner.instance(), window(pruner.policies().get(0))) <= 0) {
      out.key(pruner.instance(), OFFSET, "turns long after its last epoch");
    }
  }

  @Override
  public void lower(BoundPruner pruner, BoundPolicy policy, Tensors tensors, Consumer<Draft> out) {
    Selection selection = new Selection.Below(threshold(pruner.instance(), window(policy)));
    for (BoundWeight weight : pruner.weights()) {
      out.accept(new Draft(new Structures.Elements(), selection, weight.name()));
    }
  }

  /** The slopes as Distiller computes them, in its order. */
  private static Amount threshold(Instance instance, Timing.Window window) {
    double q = instance.real("q").map(Spanned::value).orElseThrow();
    double steeper = instance.real("ramp_slope_mult").map(Spanned::value).orElseThrow();
    int frequency = window.frequency().value();
    int first = window.start().value();
    double gentle = 2 * q * frequency / rise(instance, window);
    return new Amount.Slopes(gentle, gentle * steeper, first, first + offset(instance), frequency);
  }

  /** Twice the epochs before the turn and three times those after it. */
  private static int rise(Instance instance, Timing.Window window) {
    int before = offset(instance);
    int after = window.end().value() - window.start().value() - before;
    return 2 * before + 3 * after;
  }

  private static int offset(Instance instance) {
    return instance.integer(OFFSET).map(Spanned::value).orElseThrow();
  }

  private static Timing.Window window(BoundPolicy policy) {
    if (policy.timing() instanceof Timing.Window window) {
      return window;
    }
    throw new IllegalArgumentException("the checks ask for a window");
  }
}
