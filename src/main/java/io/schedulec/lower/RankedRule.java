package io.schedulec.lower;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.channel.Role;
import io.schedulec.plan.Criterion;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Structures;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Filters or channels ranked by a norm, a fixed share of them or one that follows AGP. */
final class RankedRule implements PrunerRule {

  @Override
  public Set<String> classes() {
    return Set.of(
        "L1RankedStructureParameterPruner",
        "L2RankedStructureParameterPruner",
        "L1RankedStructureParameterPruner_AGP",
        "L2RankedStructureParameterPruner_AGP");
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        "group_type",
        "group_dependency",
        "weights",
        "desired_sparsity",
        "initial_sparsity",
        "final_sparsity",
        "kwargs",
        "rounding_fn");
  }

  @Override
  public void refuse(BoundPruner pruner, Tensors tensors, Refusals out) {
    if (pruner.prunes(Structure.BLOCKS)) {
      out.key(pruner.instance(), "group_type", "prunes blocks");
      return;
    }
    Set<Integer> axes = new HashSet<>();
    Set<Long> counts = new HashSet<>();
    for (BoundWeight weight : pruner.weights()) {
      OptionalInt axis = tensors.axis(weight.parameter(), role(pruner));
      if (axis.isEmpty()) {
        out.weight(pruner, weight, "is used by no layer with " + pruner.structure().get().plural());
      } else if (axes.add(axis.getAsInt()) && axes.size() > 1 && pruner.leader()) {
        out.weight(pruner, weight, "is stored with other axes than its leader");
      } else if (counts.add(count(weight, axis.getAsInt()))
          && counts.size() > 1
          && pruner.leader()) {
        // A depthwise convolution with a multiplier, say: the leader's mask does not fit it.
        String structures = pruner.structure().get().plural();
        out.weight(pruner, weight, "has another number of " + structures + " than its leader");
      }
    }
  }

  @Override
  public void lower(BoundPruner pruner, BoundPolicy policy, Tensors tensors, Consumer<Draft> out) {
    Optional<String> leader =
        pruner.leader() ? Optional.of(pruner.weights().get(0).name()) : Optional.empty();
    Selection selection =
        new Selection.Lowest(Shares.share(pruner, policy), criterion(pruner), leader);
    for (BoundWeight weight : pruner.weights()) {
      int axis = tensors.axis(weight.parameter(), role(pruner)).orElseThrow();
      out.accept(new Draft(new Structures.Axis(axis), selection, weight.name()));
    }
  }

  private static long count(BoundWeight weight, int axis) {
    return weight.parameter().shape().dim(axis);
  }

  private static Criterion criterion(BoundPruner pruner) {
    String name = pruner.instance().spec().orElseThrow().name();
    return name.startsWith("L1") ? Criterion.L1 : Criterion.L2;
  }

  private static Role role(BoundPruner pruner) {
    return pruner.prunes(Structure.FILTERS) ? Role.FILTERS : Role.CHANNELS;
  }
}
